import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openChildHub } from '../hall/child-hub.ts'
import { connect } from '../hall/client.ts'
import { atMost, inTurns, middle, percentile, rounded, type Tell } from './figures.ts'

const waiting = 500
const counters = 8
const slices = 15
const callsEach = 100
/** Twenty numbers and twenty calls a second: more than any hall of eight counters has. */
const everyMs = 50
const freshWithinMs = 1_000

/**
 * What telling everybody their wait costs a call: the same hall with the estimates on and off, five hundred waiting,
 * slices in turn. And how soon after a call every waiting ticket has its new range.
 */
export async function estimatesCost(folder: string, tell: Tell): Promise<void> {
  const on = await openLine(join(folder, 'on'), true)
  const off = await openLine(join(folder, 'off'), false)
  const p99Ms = { on: [] as number[], off: [] as number[] }
  const p50Ms = { on: [] as number[], off: [] as number[] }
  for (let slice = 0; slice <= slices; slice++) {
    const [a, b] = [await on.callsMs(), await off.callsMs()]
    if (slice === 0) continue
    p99Ms.on.push(percentile(a, 0.99))
    p99Ms.off.push(percentile(b, 0.99))
    p50Ms.on.push(middle(a))
    p50Ms.off.push(middle(b))
  }
  tell(
    atMost('callMsP99WithEstimatesOverWithout', inTurns(p99Ms.on, p99Ms.off), 1.1, {
      bareIs: 'ours, without estimates',
      withP50Ms: rounded(middle(p50Ms.on)),
      withoutP50Ms: rounded(middle(p50Ms.off)),
      calls: slices * callsEach,
      waiting,
    }),
  )
  const freshMs = (await on.hub.freshMs()).slice(callsEach)
  const p99 = percentile(freshMs, 0.99)
  tell({
    bench: 'everyWaitToldAnewAfterACallP99Ms',
    ours: rounded(p99),
    bare: null,
    ratio: null,
    limit: freshWithinMs,
    p50Ms: rounded(middle(freshMs)),
    longestMs: rounded(Math.max(...freshMs)),
    n: freshMs.length,
    waiting,
    ok: freshMs.length > 0 && p99 <= freshWithinMs,
  })
  for (const line of [on, off]) await line.close()
}

async function openLine(dataDir: string, estimates: boolean) {
  const hub = await openChildHub({ dataDir, counters, kiosks: 1, estimates })
  const kiosk = await connect(hub.url, { key: hub.people.kiosks[0] ?? '' })
  const clerks = await Promise.all(
    hub.people.clerks.map(async ({ cookie, counterId }) => {
      const clerk = await connect(hub.url, { cookie })
      await clerk.send({ command: 'openCounter', counterId })
      return { clerk, counterId }
    }),
  )
  let comers = 0
  async function take(): Promise<void> {
    const serviceId = `service-${'ABC'[comers++ % 3]}`
    const answer = await kiosk.send({ command: 'takeTicket', serviceId, paper: false, language: 'zh-CN' })
    if (!('done' in answer)) throw new Error(`refused: ${answer.refused}`)
  }
  async function callMs(i: number): Promise<number> {
    const { clerk, counterId } = clerks[i % counters] as (typeof clerks)[number]
    const began = performance.now()
    const answer = await clerk.send({ command: 'callNext', counterId, finishCurrent: true })
    if (!('done' in answer)) throw new Error(`refused: ${answer.refused}`)
    return performance.now() - began
  }
  for (let i = 0; i < waiting; i++) await take()
  return {
    hub,
    callsMs: async (): Promise<number[]> => {
      const tookMs: Promise<number>[] = []
      const beganMs = performance.now()
      for (let i = 0; i < callsEach; i++) {
        await setTimeout(Math.max(0, beganMs + i * everyMs - performance.now()))
        await take()
        tookMs.push(callMs(i))
      }
      return Promise.all(tookMs)
    },
    close: async () => {
      for (const client of [kiosk, ...clerks.map(({ clerk }) => clerk)]) client.close()
      await hub.stop()
    },
  }
}
