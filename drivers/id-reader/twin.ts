import type { Clock } from '@jiaohao/core/clock.ts'
import { openDevicePort } from '../transport/device-port.ts'
import { decodeSam, encodeSam } from './codec.ts'
import { requestOf, type SamCommand, statusWords } from './commands.ts'

export type IdReaderFault =
  | 'unplugged'
  | 'silent'
  | 'corrupt'
  | 'split'
  /** Every answer twice, in one packet behind half a frame of noise. */
  | 'glued'
  /** The answer to a read comes after the host gave up, and the next answers wait behind it. */
  | 'lateRead'
  /** Not ready: a status word that no list explains. */
  | 'busy'
  | 'unauthorised'
  /** Finds a card again that was read and still lies there; other modules find none until it has left. */
  | 'findsAgain'

/** A virtual reader that people lay cards on. */
export interface IdReaderTwin {
  /** For `dialOf`. */
  address: string
  /** Lays a card on the reader; its 256 bytes as of `twinCardText`. */
  put(text: Uint8Array): void
  take(): void
  /** How often a card was read since power on. */
  reads(): number
  /** Makes it answer a command with a status word of the test's choice; undefined: as it should. */
  answerWith(command: SamCommand, statusWord: number | undefined): void
  faults: { set(fault: IdReaderFault, on: boolean): Promise<void>; active(): readonly IdReaderFault[] }
  close(): Promise<void>
}

export interface IdReaderTwinOptions {
  /** Taken on 127.0.0.1; a free one when left out. */
  port?: number
  clock: Clock
  onChange?: () => void
}

const LATE_MS = 3500
/** Said by a module that has not finished its self-test [unverified]. */
const SELF_TEST = 0x60
const PIECES = 6
const PHOTO_BYTES = 1024

/** A SAM module behind a serial server: it reads the real bytes and gives the real answers. */
export async function openIdReaderTwin(options: IdReaderTwinOptions): Promise<IdReaderTwin> {
  const { clock, onChange } = options
  const active = new Set<IdReaderFault>()
  const forced = new Map<SamCommand, number>()
  let card: { text: Uint8Array; phase: 'fresh' | 'selected' | 'read' } | undefined
  let reads = 0
  let rest: Uint8Array = new Uint8Array()
  let waiting: Uint8Array[] | undefined
  let cancelLate = () => {}
  const port = await openDevicePort(options.port ?? 0, receive)

  function receive(bytes: Uint8Array) {
    if (active.has('silent')) return
    const understood = decodeSam(Buffer.concat([rest, bytes]))
    rest = understood.rest
    for (const body of understood.frames) {
      const command = requestOf(body)
      const answer = encodeSam(Uint8Array.of(0, 0, ...obey(command)))
      if (command === 'read' && active.has('lateRead')) sayLate()
      if (waiting) waiting.push(answer)
      else say(answer)
    }
  }

  /** Status word and data. */
  function obey(command: SamCommand | undefined): Iterable<number> {
    if (!command) return [statusWords.unknownCommand]
    const word = forced.get(command)
    if (word !== undefined) return [word]
    if (active.has('busy')) return [SELF_TEST]
    if (active.has('unauthorised')) return [statusWords.notAuthorised]
    switch (command) {
      case 'find':
        return mayFind() ? [statusWords.found, 0, 0, 0, 0] : [statusWords.noCard]
      case 'select':
        if (!card || !mayFind()) return [statusWords.selectFailed]
        card.phase = 'selected'
        return [statusWords.done, ...new Uint8Array(8)]
      case 'read':
        return read()
      case 'moduleId':
        return [statusWords.done, ...Buffer.from('JIAOHAO-TWIN-SAM')]
      default:
        return [statusWords.done]
    }
  }

  const mayFind = () => card !== undefined && (card.phase !== 'read' || active.has('findsAgain'))

  function read(): Iterable<number> {
    if (card?.phase !== 'selected') return [statusWords.readFailed]
    card.phase = 'read'
    reads += 1
    onChange?.()
    return Buffer.concat([
      Uint8Array.of(statusWords.done, 0x01, 0x00, 0x04, 0x00),
      card.text,
      Buffer.alloc(PHOTO_BYTES, 'WLf'),
    ])
  }

  function sayLate() {
    waiting ??= []
    cancelLate = clock.after(LATE_MS, () => {
      const late = waiting ?? []
      waiting = undefined
      for (const answer of late) say(answer)
    })
  }

  function say(answer: Uint8Array) {
    if (active.has('silent')) return
    if (active.has('corrupt')) answer[answer.length - 2] = (answer[answer.length - 2] ?? 0) ^ 0x40
    const sent = active.has('glued') ? Buffer.concat([answer.subarray(0, 4), answer, answer]) : answer
    const pieceBytes = active.has('split') ? Math.ceil(sent.length / PIECES) : sent.length
    const pieces = Array.from({ length: Math.ceil(sent.length / pieceBytes) }, (_, at) =>
      sent.subarray(at * pieceBytes, (at + 1) * pieceBytes),
    )
    port.send(pieces)
  }

  function losePower() {
    cancelLate()
    waiting = undefined
    rest = new Uint8Array()
    reads = 0
    if (card) card.phase = 'fresh'
  }

  return {
    address: port.address,
    put: (text) => {
      card = { text: text.slice(), phase: 'fresh' }
      onChange?.()
    },
    take: () => {
      card = undefined
      onChange?.()
    },
    reads: () => reads,
    answerWith: (command, statusWord) => {
      if (statusWord === undefined) forced.delete(command)
      else forced.set(command, statusWord)
    },
    faults: {
      set: async (fault, on) => {
        if (on) active.add(fault)
        else active.delete(fault)
        if (fault !== 'unplugged') return
        if (on) losePower()
        await (on ? port.unplug() : port.plugIn())
      },
      active: () => [...active],
    },
    close: () => {
      cancelLate()
      return port.close()
    },
  }
}
