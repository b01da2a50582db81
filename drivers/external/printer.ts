import type { Clock } from '@jiaohao/core/clock.ts'
import { openLink } from '../link.ts'
import type { Printer, PrinterFault, PrintJob, PrintResult } from '../printer/printer.ts'
import type { PrinterStatus } from '../printer/status.ts'
import type { Dial } from '../transport/wire.ts'
import { answerTo, greet, questionIds, type StateSaid, stateHeartbeat } from './greeting.ts'
import { decodeLines, lineOf, type Said } from './lines.ts'

export interface ProgramPrinterOptions {
  dial: Dial
  clock: Clock
  random: () => number
  columns: 48 | 32
  onLog: (line: string) => void
  /** How long a slip may take before its outcome is unknown. */
  answerWithinMs?: number
  /** Said once per change. */
  onStatus?: (status: PrinterStatus) => void
}

const lineLimit = 8
const jobsRemembered = 500

/**
 * The printer behind a program. What it did not confirm in time is unknown, and the program is ended, so that it
 * prints nothing later by itself.
 */
export function openProgramPrinter(options: ProgramPrinterOptions): Printer {
  const { dial, clock, random, columns, onLog, onStatus, answerWithinMs = 15_000 } = options
  const nextId = questionIds()
  const known = new Map<string, Promise<PrintResult>>()
  let waiting = 0
  let seen: PrinterStatus = { status: 'ready' }
  let current: PrinterStatus = { status: 'offline', why: 'dialling' }

  const link = openLink<Said>({
    dial,
    clock,
    random,
    decode: decodeLines(onLog),
    onOpen: (talk) => greet(talk, { kind: 'printer', columns }),
    heartbeat: stateHeartbeat(nextId, see),
    onFrame: (said) => said.message === 'state' && see(said),
    onState: (state) => become(state.state === 'online' ? seen : { status: 'offline', why: state.why }),
  })

  function see(said: StateSaid) {
    seen = statusOf(said)
    if (link.state().state === 'online') become(seen)
  }

  function become(next: PrinterStatus) {
    if (JSON.stringify(next) === JSON.stringify(current)) return
    current = next
    onStatus?.(next)
  }

  async function print({ id: job, slip }: PrintJob): Promise<PrintResult> {
    if (current.status !== 'ready' && current.status !== 'nearEnd')
      return { result: 'failed', why: current.status === 'error' ? current.error : current.status }
    const id = nextId()
    const line = lineOf({ message: 'print', id, job, blocks: slip.map((block) => ({ ...block })) })
    const answer = await link.ask(line, answerTo(id), answerWithinMs)
    if (answer === 'offline') return { result: 'unknown', why: 'unplugged' }
    if (answer === 'silent') {
      link.renew('a slip was not confirmed')
      return { result: 'unknown', why: 'silent' }
    }
    return answer.result === 'done'
      ? { result: 'printed' }
      : { result: answer.result, why: faultOf(answer.why) }
  }

  return {
    status: () => current,
    counters: link.counters,
    close: link.close,
    print: (job) => {
      const before = known.get(job.id)
      if (before !== undefined) return before
      if (waiting >= lineLimit) return Promise.resolve({ result: 'failed', why: 'busy' })
      waiting += 1
      const result = print(job).finally(() => {
        waiting -= 1
      })
      known.set(job.id, result)
      result.then(
        (outcome) => outcome.result === 'failed' && known.delete(job.id),
        () => known.delete(job.id),
      )
      for (const oldest of known.keys()) if (known.size > jobsRemembered) known.delete(oldest)
      return result
    },
  }
}

const errors = ['cutter', 'unrecoverable', 'recoverable', 'stopped'] as const

/** A state with a name of its own is shown as the nearest that the kiosk has words for. */
function statusOf({ state }: StateSaid): PrinterStatus {
  if (state === 'ready' || state === 'nearEnd' || state === 'paperOut' || state === 'coverOpen')
    return { status: state }
  return { status: 'error', error: errors.find((each) => each === state) ?? 'stopped' }
}

const faultOf = (why: string): PrinterFault =>
  [...errors, 'paperOut' as const, 'coverOpen' as const].find((each) => each === why) ?? 'stopped'
