import type { Clock } from '@jiaohao/core/clock.ts'
import type { KeypadBus, KeypadBusOptions } from '../keypad/bus.ts'
import { openFinger } from '../keypad/finger.ts'
import type { Press } from '../keypad/presses.ts'
import { openLink } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { answerTo, greet, questionIds, type StateSaid, stateHeartbeat } from './greeting.ts'
import { decodeLines, lineOf, type Said } from './lines.ts'

export interface ProgramKeypadsOptions extends Omit<KeypadBusOptions, 'profile' | 'dial'> {
  dial: Dial
  clock: Clock
  onLog: (line: string) => void
  /** How the device is, as the program says; once per change. */
  onDevice?: (state: string, detail: string) => void
}

type Pressed = Extract<Said, { message: 'key' | 'rating' }>
type Show = { lines: string[]; waiting: number | null }

const showWithinMs = 1_000
const verdictsKept = 200
const mostEarly = 20

/** The keypads and evaluators behind a program, as a bus of keypads: the same rules of fingers, the same digits. */
export function openProgramKeypads(options: ProgramKeypadsOptions): KeypadBus {
  const { dial, clock, random, onAlarm, onLog, onDevice } = options
  const nextId = questionIds()
  const judge = openFinger()
  const desired = new Map<number, Show>()
  /** Presses by the program's names: undefined while the hall acts. */
  const verdicts = new Map<string, boolean | undefined>()
  /** Verdicts on presses made between a program's hello and its first heartbeat. */
  const early = new Set<Uint8Array>()
  let device = ''
  function hearState({ state, detail }: StateSaid) {
    if (device === `${state} ${detail}`) return
    device = `${state} ${detail}`
    onDevice?.(state, detail)
  }

  const link = openLink<Said>({
    dial,
    clock,
    random,
    decode: decodeLines(onLog),
    onOpen: (talk) => greet(talk, { kind: 'keypads' }),
    heartbeat: stateHeartbeat(nextId, hearState),
    onFrame: (said) => {
      if (said.message === 'key' || said.message === 'rating') hear(said)
      if (said.message === 'state') hearState(said)
    },
    onState: (state) => {
      options.onState?.(state)
      if (state.state === 'offline') {
        // A program started anew counts its presses from the beginning again.
        verdicts.clear()
        early.clear()
        device = ''
        return
      }
      for (const [address, wanted] of desired) push(address, wanted)
      for (const line of early) say(line)
      early.clear()
    },
  })

  function hear(said: Pressed) {
    if (verdicts.has(said.press)) {
      const verdict = verdicts.get(said.press)
      if (verdict !== undefined) tell(said, verdict)
      return
    }
    const pressed: Press =
      said.message === 'key'
        ? { kind: 'key', address: said.address, key: said.key }
        : { kind: 'rating', address: said.address, value: said.level, level: said.level }
    const name = said.message === 'key' ? said.key : `rating ${said.level}`
    const verdict = judge(`${said.address} ${name}`, clock.now())
    if (verdict === 'stuck') onAlarm?.({ alarm: 'stuckKey', press: pressed })
    if (verdict === 'press') void act(said, pressed)
  }

  async function act(said: Pressed, pressed: Press) {
    verdicts.set(said.press, undefined)
    for (const oldest of verdicts.keys()) if (verdicts.size > verdictsKept) verdicts.delete(oldest)
    let done = false
    try {
      done = await (pressed.kind === 'key' ? options.onKey(pressed) : options.onRating(pressed))
    } catch (error) {
      onAlarm?.({
        alarm: 'notActed',
        press: pressed,
        why: error instanceof Error ? error.message : String(error),
      })
    }
    if (verdicts.has(said.press)) verdicts.set(said.press, done)
    tell(said, done)
  }

  function tell({ message, press }: Pressed, done: boolean) {
    const line = lineOf({ message, press, done })
    if (link.state().state === 'online') say(line)
    else if (early.size < mostEarly) early.add(line)
  }

  /** What does not arrive is said again on the next start, or too late to matter. */
  function say(line: Uint8Array) {
    if (link.state().state === 'online') link.send(line).catch((error: Error) => onLog(error.message))
  }

  function want(address: number, wanted: Show) {
    if (JSON.stringify(desired.get(address)) === JSON.stringify(wanted)) return
    desired.set(address, wanted)
    push(address, wanted)
  }

  function push(address: number, { lines, waiting }: Show) {
    if (link.state().state !== 'online') return
    const id = nextId()
    const line = lineOf({ message: 'show', id, address, lines, colour: 'red', waiting })
    link.ask(line, answerTo(id), showWithinMs).then(
      (answer) => typeof answer === 'object' && answer.result === 'failed' && onLog(answer.why),
      (error: Error) => onLog(error.message),
    )
  }

  return {
    state: link.state,
    counters: link.counters,
    showNumber: (address, digits) => want(address, { lines: [digits], waiting: null }),
    showWaiting: (address, count) => want(address, { lines: [], waiting: count }),
    beep: (address) => say(lineOf({ message: 'beep', address })),
    close: link.close,
  }
}
