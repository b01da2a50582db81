import type { Clock } from '@jiaohao/core/clock.ts'
import type { Decode } from '../framing.ts'
import { openDevicePort } from '../transport/device-port.ts'

/** `slow` answers after 400 ms, `unanswered` obeys without a word, `silent` does neither. */
export type LedFault =
  | 'unplugged'
  | 'silent'
  | 'unanswered'
  | 'slow'
  | 'busy'
  | 'corrupt'
  | 'split'
  | 'duplicate'

/** What a person in front of the strip sees; no lines is a dark strip. */
export interface Panel {
  lines: readonly string[]
  colour: 'red' | 'green' | 'yellow'
  moving: boolean
  /** 0 (dark) to 15. */
  brightness: number
}

export interface LedTwin {
  /** For `dialOf`. */
  address: string
  width: number
  height: number
  panel(): Panel
  faults: { set(fault: LedFault, on: boolean): Promise<void>; active(): readonly LedFault[] }
  close(): Promise<void>
}

export interface LedTwinOptions {
  /** Taken on 127.0.0.1; a free one when left out. */
  port?: number
  width: number
  height: number
  clock: Clock
  onChange?: (panel: Panel) => void
}

/** One maker's card, without its cable. */
export interface CardMind<Frame> {
  decode: Decode<Frame>
  /** Obeys a frame and gives the answer, undefined for none; a busy card changes nothing. */
  hear(frame: Frame, busy: boolean): Uint8Array | undefined
  panel(): Panel
  /** After a power cut. */
  forget(): void
  /** The byte of an answer that the fault `corrupt` hurts. */
  weakByte: number
}

const SLOW_MS = 400

/** A card on a TCP line: it reads the real bytes, answers them, and forgets its panel without power. */
export async function openCardTwin<Frame>(
  options: LedTwinOptions,
  mindOf: (redrawn: () => void) => CardMind<Frame>,
): Promise<LedTwin> {
  const { clock, onChange } = options
  const redrawn = () => onChange?.(mind.panel())
  const mind = mindOf(redrawn)
  const active = new Set<LedFault>()
  let rest: Uint8Array = new Uint8Array()
  let speaker: object | undefined
  const port = await openDevicePort(options.port ?? 0, receive)

  function receive(bytes: Uint8Array, connection: object) {
    if (active.has('silent')) return
    if (connection !== speaker) rest = new Uint8Array()
    speaker = connection
    const understood = mind.decode(Buffer.concat([rest, bytes]))
    rest = understood.rest
    for (const frame of understood.frames) {
      const reply = mind.hear(frame, active.has('busy'))
      if (!reply || active.has('unanswered')) continue
      if (active.has('slow')) clock.after(SLOW_MS, () => answer(reply))
      else answer(reply)
    }
  }

  function answer(reply: Uint8Array) {
    if (active.has('corrupt')) reply[mind.weakByte] = (reply[mind.weakByte] ?? 0) ^ 0x01
    const sent = active.has('duplicate') ? [reply, reply] : [reply]
    port.send(active.has('split') ? sent.flatMap(pieces) : sent)
  }

  return {
    address: port.address,
    width: options.width,
    height: options.height,
    panel: mind.panel,
    faults: {
      set: async (fault, on) => {
        if (on) active.add(fault)
        else active.delete(fault)
        if (fault !== 'unplugged') return
        if (on) {
          mind.forget()
          rest = new Uint8Array()
          redrawn()
        }
        await (on ? port.unplug() : port.plugIn())
      },
      active: () => [...active],
    },
    close: port.close,
  }
}

/** Single bytes of a short answer, at most 32 pieces of a long one. */
function pieces(bytes: Uint8Array): Uint8Array[] {
  const size = Math.ceil(bytes.length / 32)
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}
