import { join } from 'node:path'
import { openChildHub } from '../hall/child-hub.ts'
import { type Client, connect } from '../hall/client.ts'
import { atMost, middle, type Tell } from './figures.ts'

const few = 10
const many = 10_000
const slices = 150
const callsEach = 5
const atOnce = 200

/**
 * What calling the next costs with ten waiting and with ten thousand: one call at a time of a hub
 * that has told its screens of the number taken before it; slices alternate.
 */
export async function callNextCost(folder: string, tell: Tell): Promise<void> {
  const short = await openLine(join(folder, 'short'), few)
  const long = await openLine(join(folder, 'long'), many)
  const ms = { short: [] as number[], long: [] as number[] }
  for (let slice = 0; slice <= slices; slice++) {
    const [a, b] = [await short.callsMs(), await long.callsMs()]
    if (slice === 0) continue
    ms.short.push(...a)
    ms.long.push(...b)
  }
  tell(
    atMost('callNextMsWith10000WaitingOver10', middle(ms.long), middle(ms.short), 1.2, {
      calls: ms.long.length,
      bareIs: `ours with ${few} waiting`,
    }),
  )
  await short.close()
  await long.close()
}

async function openLine(dataDir: string, waiting: number) {
  const hub = await openChildHub({ dataDir, counters: 1, boards: 1, kiosks: 50 })
  const clerk = await connect(hub.url, { cookie: hub.people.clerks[0]?.cookie ?? '' })
  const board = await connect(hub.url, { key: hub.people.boards[0] ?? '' })
  await board.watch({ view: 'board', zoneId: '' })
  const page = await clerk.watch({ view: 'counter', counterId: 'c1' })
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  const kiosks = await Promise.all(hub.people.kiosks.map((key) => connect(hub.url, { key })))
  for (let taken = 0; taken < waiting; taken += atOnce) {
    const some = Math.min(atOnce, waiting - taken)
    await Promise.all(Array.from({ length: some }, (_, i) => take(kiosks[i % kiosks.length] as Client)))
  }
  return {
    callsMs: async (): Promise<number[]> => {
      const tookMs: number[] = []
      for (let i = 0; i < callsEach; i++) {
        const before = page.view().waitingTotal
        await take(kiosks[0] as Client)
        await page.until(({ waitingTotal }) => waitingTotal > before)
        const began = performance.now()
        const answer = await clerk.send({ command: 'callNext', counterId: 'c1', finishCurrent: true })
        tookMs.push(performance.now() - began)
        if (!('done' in answer)) throw new Error(`refused: ${answer.refused}`)
        const { number } = answer.done
        await page.until(({ current }) => current?.number === number)
      }
      return tookMs
    },
    close: async () => {
      for (const client of [clerk, board, ...kiosks]) client.close()
      await hub.stop()
    },
  }
}

async function take(kiosk: Client): Promise<void> {
  const serviceId = 'service-A'
  const answer = await kiosk.send({ command: 'takeTicket', serviceId, paper: false, language: 'zh-CN' })
  if (!('done' in answer)) throw new Error(`refused: ${answer.refused}`)
}
