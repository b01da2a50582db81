import type { Clock } from '@jiaohao/core/clock.ts'
import { type LinkCounters, type LinkState, openLink } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { decodeKeypad, encodeKeypad, type KeypadFrame } from './codec.ts'
import { countFrame, numberFrame } from './digits.ts'
import { openEchoFilter } from './echo.ts'
import { openFinger } from './finger.ts'
import { watchNoise } from './noise.ts'
import { acknowledgement, type Press, pressOf } from './presses.ts'
import type { Key, KeypadProfile, Level } from './profile.ts'
import { openTurns } from './turns.ts'

export type KeypadAlarm =
  | { alarm: 'stuckKey'; press: Press }
  /** The handler threw, so the press was neither acted on nor acknowledged. */
  | { alarm: 'notActed'; press: Press; why: string }
  /** Much of what comes is no frame: a wrong baud rate or profile, two hosts on one line, a bad cable. */
  | { alarm: 'noise'; framesPerMinute: number }
  | { alarm: 'noiseOver' }

export interface KeypadBusOptions {
  dial: Dial
  clock: Clock
  random: () => number
  profile: KeypadProfile
  /** True once it is acted on: only then does the keypad get its acknowledgement. */
  onKey: (press: { address: number; key: Key }) => Promise<boolean>
  /** True once it counts: only then does the evaluator get its acknowledgement. */
  onRating: (press: { address: number; value: number; level: Level }) => Promise<boolean>
  onState?: (state: LinkState) => void
  onAlarm?: (alarm: KeypadAlarm) => void
}

/** One line with the keypads and evaluators of several counters. */
export interface KeypadBus {
  state(): LinkState
  counters(): LinkCounters
  /** Digits only; stays until another number or count at this address, over reconnects and restarted keypads. */
  showNumber(address: number, digits: string): void
  showWaiting(address: number, count: number): void
  beep(address: number): void
  close(): Promise<void>
}

/**
 * No key or answer tells that a keypad was plugged in again, so what it should show is said again: every 4 s on a
 * line of three counters. Keypads speak whenever a key is pressed and frames that meet are lost, so on a longer
 * line it is said less often and takes 3 % of its time, a frame with its gap 35 ms at 9600 baud.
 */
const REFRESH_SHARE = 0.03
const FRAME_MS = 35
const REFRESH_MS = { least: 4000, most: 30_000 }
const INTER_BYTE_MS = 100

export function openKeypadBus(options: KeypadBusOptions): KeypadBus {
  const { dial, clock, random, profile, onState, onAlarm } = options
  const desired = new Map<number, { turn: 'number' | 'count'; frame: KeypadFrame }>()
  const presses = new Map<string, 'acting' | 'acted' | 'refused'>()
  const echoes = openEchoFilter()
  const judge = openFinger()
  let cancelRefresh = () => {}

  const link = openLink<KeypadFrame>({
    dial,
    clock,
    random,
    decode: decodeKeypad(profile),
    interByteMs: INTER_BYTE_MS,
    onFrame: hear,
    onState: (state) => {
      onState?.(state)
      if (state.state === 'online') pushAll()
      else cancelRefresh()
    },
  })
  const say = openTurns(clock, async (bytes) => {
    echoes.sent(bytes, clock.now())
    await link.send(bytes)
  })

  const shortestBytes = profile.head.length + 2 + 1 + profile.tail.length
  const noise = watchNoise(
    clock,
    () => link.counters().discardedBytes,
    shortestBytes,
    (heard) =>
      onAlarm?.(
        heard.noise === 'loud'
          ? { alarm: 'noise', framesPerMinute: heard.framesPerMinute }
          : { alarm: 'noiseOver' },
      ),
  )

  function hear(frame: KeypadFrame) {
    const bytes = encodeKeypad(profile, frame)
    if (echoes.isEcho(bytes, clock.now())) return
    const press = pressOf(profile, frame)
    if (!press) return
    const mark = Buffer.from(bytes).toString('hex')
    const acknowledge = () =>
      say('acknowledge', mark, encodeKeypad(profile, acknowledgement(profile, press, frame)))
    const verdict = judge(mark, clock.now())
    if (verdict === 'stuck') onAlarm?.({ alarm: 'stuckKey', press })
    // A keypad that missed its acknowledgement says the key again; one whose press is in hand has to wait.
    if (verdict === 'bounce' && presses.get(mark) === 'acted') acknowledge()
    if (verdict === 'press' && presses.get(mark) !== 'acting') void act(press, mark, acknowledge)
  }

  async function act(press: Press, mark: string, acknowledge: () => void) {
    presses.set(mark, 'acting')
    try {
      const acted = await (press.kind === 'key' ? options.onKey(press) : options.onRating(press))
      presses.set(mark, acted ? 'acted' : 'refused')
      if (acted) acknowledge()
    } catch (error) {
      presses.set(mark, 'refused')
      onAlarm?.({ alarm: 'notActed', press, why: error instanceof Error ? error.message : String(error) })
    }
  }

  function show(turn: 'number' | 'count', frame: KeypadFrame) {
    desired.set(frame.address, { turn, frame })
    push(turn, frame)
  }

  function push(turn: 'number' | 'count', frame: KeypadFrame) {
    if (link.state().state === 'online') say(turn, `digits ${frame.address}`, encodeKeypad(profile, frame))
  }

  function pushAll() {
    for (const { turn, frame } of desired.values()) push(turn, frame)
    const shareMs = (desired.size * FRAME_MS) / REFRESH_SHARE
    cancelRefresh = clock.after(Math.min(REFRESH_MS.most, Math.max(REFRESH_MS.least, shareMs)), pushAll)
  }

  return {
    state: link.state,
    counters: link.counters,
    showNumber: (address, digits) => show('number', numberFrame(profile, address, digits)),
    showWaiting: (address, count) => show('count', countFrame(profile, address, count)),
    beep: (address) => {
      const frame = { address, function: profile.beepFunction, data: [] }
      if (link.state().state === 'online') say('beep', `beep ${address}`, encodeKeypad(profile, frame))
    },
    close: () => {
      cancelRefresh()
      noise.close()
      return link.close()
    },
  }
}
