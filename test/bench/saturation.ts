import { atLeast, inTurns, middle, rounded, type Tell } from './figures.ts'
import { openBare, openOurs, type Pipeline } from './pipeline.ts'

const workers = 24
const inFlightEach = 7
const displays = 4
const slices = 9
const sliceMs = 1_500

/**
 * As many commands a second as go through, everybody taking and calling in turn as fast as answered. Held
 * against the bare pipeline that shares commits as the hub does; the one that commits each is told beside it.
 * Slices alternate.
 */
export async function saturation(folder: string, tell: Tell): Promise<void> {
  const size = { folder, workers, displays }
  const ours = await openOurs(size)
  const grouped = await openBare(size, 'grouped')
  const each = await openBare(size, 'each')
  const done = new Map<Pipeline, number[]>([ours, grouped, each].map((pipeline) => [pipeline, []]))
  for (let slice = 0; slice <= slices; slice++) {
    for (const [pipeline, each] of done) {
      const perSecond = await full(pipeline)
      if (slice > 0) each.push(perSecond)
    }
  }
  const perSecond = (pipeline: Pipeline) => done.get(pipeline) ?? []
  tell(
    atLeast('commandsPerSecond', inTurns(perSecond(ours), perSecond(grouped)), 0.7, {
      bareIs: 'grouped: shares commits too',
      bareCommittingEach: rounded(middle(perSecond(each))),
      ratioToCommittingEach: rounded(inTurns(perSecond(ours), perSecond(each)).ratio),
      inFlight: workers * inFlightEach,
      displays,
    }),
  )
  for (const pipeline of done.keys()) await pipeline.close()
}

async function full({ workers, onHeard }: Pipeline): Promise<number> {
  onHeard(() => {})
  const beganMs = performance.now()
  let done = 0
  const works = async (worker: Pipeline['workers'][number]): Promise<void> => {
    while (performance.now() - beganMs < sliceMs) {
      await worker.take()
      await worker.call()
      done += 2
    }
  }
  await Promise.all(workers.flatMap((worker) => Array.from({ length: inFlightEach }, () => works(worker))))
  return (done * 1_000) / (performance.now() - beganMs)
}
