import { setTimeout } from 'node:timers/promises'
import { atMost, inTurns, middle, percentile, rounded, type Tell } from './figures.ts'
import { openBare, openOurs, type Pipeline } from './pipeline.ts'

const displays = 50
const workers = 8
const perSecond = 200
const slices = 15
const sliceMs = 2_000

/**
 * From a clerk's press to the last of 50 displays, at 200 commands a second of which every other is a call.
 * Slices of both pipelines alternate, so that whatever else the machine does hits both; told is the middle of
 * the slices' 99th percentiles, so that one hiccup of the disk does not decide.
 */
export async function callToDisplays(folder: string, tell: Tell): Promise<void> {
  const size = { folder, workers, displays }
  const ours = await openOurs(size)
  const bare = await openBare(size, 'grouped')
  for (const pipeline of [ours, bare]) await stock(pipeline)
  const p99Ms = { ours: [] as number[], bare: [] as number[] }
  const p50Ms = { ours: [] as number[], bare: [] as number[] }
  for (let slice = 0; slice <= slices; slice++) {
    const [a, b] = [await measured(ours), await measured(bare)]
    if (slice === 0) continue
    p99Ms.ours.push(percentile(a, 0.99))
    p99Ms.bare.push(percentile(b, 0.99))
    p50Ms.ours.push(middle(a))
    p50Ms.bare.push(middle(b))
  }
  tell(
    atMost('callToLastOf50DisplaysP99Ms', inTurns(p99Ms.ours, p99Ms.bare), 1.5, {
      oursP50Ms: rounded(middle(p50Ms.ours)),
      bareP50Ms: rounded(middle(p50Ms.bare)),
      perSecond,
      slices,
    }),
  )
  await ours.close()
  await bare.close()
}

/** Some wait already, so that no call finds the line empty when a number is still on its way. */
async function stock({ workers }: Pipeline): Promise<void> {
  for (let i = 0; i < 50; i++) await workers[0]?.take()
}

/** One slice: how long each call took to reach the last display, in ms. */
async function measured({ workers, onHeard }: Pipeline): Promise<number[]> {
  const reached = new Map<number, { times: number; lastMs: number }>()
  const tookMs: number[] = []
  const calls: { seq: number; askedMs: number }[] = []
  onHeard((seq) => {
    const each = reached.get(seq) ?? { times: 0, lastMs: 0 }
    reached.set(seq, { times: each.times + 1, lastMs: performance.now() })
  })
  const asked: Promise<void>[] = []
  const beganMs = performance.now()
  for (let i = 0; i < (perSecond * sliceMs) / 1_000; i++) {
    const dueMs = beganMs + (i * 1_000) / perSecond
    await setTimeout(Math.max(0, dueMs - performance.now()))
    const worker = workers[(i >> 1) % workers.length]
    if (!worker) continue
    const askedMs = performance.now()
    asked.push(i % 2 === 0 ? worker.take() : worker.call().then((seq) => void calls.push({ seq, askedMs })))
  }
  await Promise.all(asked)
  while (calls.some(({ seq }) => (reached.get(seq)?.times ?? 0) < displays)) await setTimeout(5)
  for (const { seq, askedMs } of calls) tookMs.push((reached.get(seq)?.lastMs ?? 0) - askedMs)
  return tookMs
}
