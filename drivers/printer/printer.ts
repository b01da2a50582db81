import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import { type LinkCounters, openLink, type Talk } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { CUT, compose } from './escpos.ts'
import { openPulse, type Pulse } from './pulse.ts'
import type { Rasterise } from './rasterise.ts'
import {
  decodePrinter,
  type PrinterError,
  type PrinterFrame,
  type PrinterStatus,
  statusOfAutomatic,
  statusOfRealTime,
} from './status.ts'

/**
 * Why a slip is not, or not surely, in a citizen's hand. Silent: the printer took it and never confirmed;
 * unplugged: the connection broke under it; busy: too many slips in line.
 */
export type PrinterFault =
  | 'offline'
  | 'paperOut'
  | 'coverOpen'
  | PrinterError
  | 'silent'
  | 'unplugged'
  | 'busy'

/** Failed: nothing of it was printed. Unknown: all, a part or nothing was; only a person can tell. */
export type PrintResult = { result: 'printed' } | { result: 'failed' | 'unknown'; why: PrinterFault }

export interface PrintJob {
  /** The same id again gets the first answer and no second slip, unless the first failed. */
  id: string
  slip: SlipBlock[]
}

export interface Printer {
  print(job: PrintJob): Promise<PrintResult>
  status(): PrinterStatus
  counters(): LinkCounters
  close(): Promise<void>
}

export interface PrinterOptions {
  dial: Dial
  clock: Clock
  random: () => number
  /** 48 on 80 mm paper, 32 on 58 mm. */
  columns?: 48 | 32
  /** How Han characters are made larger; see escpos.ts. */
  hanSize?: 'shared' | 'separate'
  rasterise?: Rasterise
  /** How long a slip may take before its outcome is unknown. */
  answerWithinMs?: number
  /** Said once per change. */
  onStatus?: (status: PrinterStatus) => void
}

const STATUS_WITHIN_MS = 1000
const RECOVER_WITHIN_MS = 20_000
const QUIET_MS = 500
const LINE_LIMIT = 8
const REMEMBERED_JOBS = 500
/** GS r 1: answered only when everything before it was processed. */
const END_OF_JOB = [0x1d, 0x72, 0x01]
const ARE_YOU_THERE = Uint8Array.of(0x10, 0x04, 0x01)
/** A report stands between this answer and one before it: two bare answers in a row would count for nothing. */
const ASK_AGAIN = Uint8Array.of(0x1d, 0x61, 0xff, ...END_OF_JOB)
const MOST_ASKED_AGAIN = 5
const AT_ONCE_MS = 1000
const AUTOMATIC_STATUS = Uint8Array.of(0x1d, 0x61, 0xff)
/** DLE ENQ 2 leaves an error behind and clears the printer's buffers. */
const CLEAR_ERROR = Uint8Array.of(0x10, 0x05, 0x02)
/** Fills up whatever graphic or QR command was cut off, forgets the line of text behind it, and cuts. */
const RECOVERY = Uint8Array.from([
  ...CLEAR_ERROR,
  ...Array<number>(8192).fill(0),
  ...[0x1b, 0x40],
  ...AUTOMATIC_STATUS,
  ...CUT,
  ...END_OF_JOB,
])

/** One ticket printer on any transport. It prints a slip at most once, and never later than it was asked to. */
export function openPrinter(options: PrinterOptions): Printer {
  const { dial, clock, random, onStatus, answerWithinMs = 15_000 } = options
  const layout = {
    columns: options.columns ?? 48,
    hanSize: options.hanSize ?? 'shared',
    ...(options.rasterise && { rasterise: options.rasterise }),
  } as const
  const known = new Map<string, Promise<PrintResult>>()
  let seen: PrinterStatus = offline('not asked yet')
  let current: PrinterStatus = offline('dialling')
  let line: Promise<unknown> = Promise.resolve()
  let waiting = 0
  /** A slip was cut short: its remains must leave the printer before the next citizen's slip. */
  let interrupted = false
  /** Answers to GS r that nobody was waiting for. */
  let strays = 0
  /** Automatic reports heard; each is news, whatever was asked before it. */
  let reports = 0
  let pulse: Pulse | undefined

  const link = openLink<PrinterFrame>({
    dial,
    clock,
    random,
    decode: decodePrinter,
    onFrame: (frame) => {
      if (frame.frame === 'automatic') {
        reports += 1
        see(statusOfAutomatic(frame.bytes))
      }
      if (frame.frame === 'processed') strays += 1
      if (frame.frame === 'realTime') pulse?.heard()
    },
    onOpen: (talk) => talk.send(AUTOMATIC_STATUS),
    heartbeat: { everyMs: 2000, timeoutMs: 2000, beat: async (talk) => (await look(talk)) !== undefined },
    onState: (state) => become(state.state === 'online' ? seen : offline(state.why)),
  })

  /** What the printer said counts only while the link vouches for it. */
  function see(status: PrinterStatus) {
    seen = status
    if (link.state().state === 'online') become(status)
  }

  function become(next: PrinterStatus) {
    if (isDeepStrictEqual(next, current)) return
    current = next
    onStatus?.(next)
    if (interrupted && mayPrint(next)) void inTurn(async () => interrupted && recover())
  }

  /** Asks for the status in real time; undefined when the printer does not answer. */
  async function look(talk: Talk<PrinterFrame>): Promise<PrinterStatus | undefined> {
    const answers: [number, number, number, number] = [0, 0, 0, 0]
    const before = reports
    for (const n of [1, 2, 3, 4] as const) {
      const answer = await talk.ask(Uint8Array.of(0x10, 0x04, n), realTimeByte, STATUS_WITHIN_MS)
      if (typeof answer !== 'number') return undefined
      answers[n - 1] = answer
    }
    // A report that came meanwhile is newer than some of the answers: the cover may have opened between two.
    if (reports === before) see(statusOfRealTime(answers))
    return seen
  }

  async function printNow(slip: SlipBlock[]): Promise<PrintResult> {
    const bytes = Uint8Array.from([...compose(slip, layout), ...END_OF_JOB])
    const status = await look(link)
    if (!status) return { result: 'failed', why: 'offline' }
    if (!mayPrint(status)) return { result: 'failed', why: faultOf(status) }
    if (interrupted && !(await recover())) return { result: 'failed', why: 'silent' }

    interrupted = true
    const outcome = await confirmed(bytes)
    if (outcome === 'printed') {
      interrupted = false
      return { result: 'printed' }
    }
    if (outcome === 'offline') return { result: 'unknown', why: 'unplugged' }
    if (outcome === 'silent') {
      link.renew('a slip was not confirmed')
      return { result: 'unknown', why: 'silent' }
    }
    // The printer holds the rest of the slip and would print it when the paper is changed.
    await link.send(CLEAR_ERROR).catch((error: Error) => link.renew(error.message))
    see(outcome)
    return { result: 'unknown', why: faultOf(outcome) }
  }

  /** How a slip ended; silent also when the printer gave no sign of life under it. */
  async function confirmed(bytes: Uint8Array) {
    let lifeless = false
    pulse = openPulse({
      clock,
      slipBytes: bytes.length,
      ask: () => void link.send(ARE_YOU_THERE).catch((error: Error) => link.renew(error.message)),
      onSilent: () => {
        lifeless = true
        link.renew('no sign of life under a slip')
      },
    })
    const outcome = await link.ask(bytes, jobOutcome, answerWithinMs)
    await pulse.stop()
    pulse = undefined
    return lifeless ? 'silent' : outcome
  }

  /**
   * Clears what a cut-short slip left in the printer. The answer may be that slip's own, late: GS r has no number.
   * So the printer is asked again until one answer comes at once and alone; then its buffer is empty, every answer
   * is in, and the next one is the next slip's.
   */
  async function recover(): Promise<boolean> {
    if ((await link.ask(RECOVERY, processed, RECOVER_WITHIN_MS)) !== true) return false
    for (let asked = 0; asked < MOST_ASKED_AGAIN; asked += 1) {
      strays = 0
      const askedAtMs = clock.now()
      const answer = await link.ask(ASK_AGAIN, processed, RECOVER_WITHIN_MS)
      if (answer === 'offline') return false
      const atOnce = clock.now() - askedAtMs <= AT_ONCE_MS
      await new Promise<void>((done) => clock.after(QUIET_MS, done))
      if (answer !== true || !atOnce || strays > 0) continue
      interrupted = false
      return true
    }
    return false
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work)
    line = turn.catch(() => undefined)
    return turn
  }

  return {
    status: () => current,
    counters: link.counters,
    close: link.close,
    print: ({ id, slip }) => {
      const before = known.get(id)
      if (before !== undefined) return before
      if (waiting >= LINE_LIMIT) return Promise.resolve({ result: 'failed', why: 'busy' })
      waiting += 1
      const result = inTurn(() => printNow(slip)).finally(() => {
        waiting -= 1
      })
      known.set(id, result)
      result.then(
        (outcome) => outcome.result === 'failed' && known.delete(id),
        () => known.delete(id),
      )
      for (const oldest of known.keys()) if (known.size > REMEMBERED_JOBS) known.delete(oldest)
      return result
    },
  }
}

const offline = (why: string): PrinterStatus => ({ status: 'offline', why })

const mayPrint = (status: PrinterStatus) => status.status === 'ready' || status.status === 'nearEnd'

const realTimeByte = (frame: PrinterFrame) => (frame.frame === 'realTime' ? frame.byte : undefined)

const processed = (frame: PrinterFrame) => (frame.frame === 'processed' ? true : undefined)

/** "Printed" by the end-of-job answer, or the state that stopped the printer in the middle. */
function jobOutcome(frame: PrinterFrame): 'printed' | PrinterStatus | undefined {
  if (frame.frame === 'processed') return 'printed'
  if (frame.frame !== 'automatic') return undefined
  const status = statusOfAutomatic(frame.bytes)
  return mayPrint(status) || (status.status === 'error' && status.error === 'stopped') ? undefined : status
}

function faultOf(status: PrinterStatus): PrinterFault {
  switch (status.status) {
    case 'error':
      return status.error
    case 'paperOut':
    case 'coverOpen':
      return status.status
    default:
      return 'offline'
  }
}
