import { join } from 'node:path'
import { openChildHub } from '../hall/child-hub.ts'
import { type Client, connect } from '../hall/client.ts'
import type { Rules } from '../hall/hub-process.ts'
import { atMost, inTurns, middle, type Tell } from './figures.ts'

const few = 10
const many = 10_000
const slices = 150
const callsEach = 5
const atOnce = 200

/**
 * What calling the next costs with ten waiting and with ten thousand, the latter also in a hall of twenty services,
 * four classes and every rule there is: one call at a time of a hub that has told its screens of the number taken
 * before it; slices take turns.
 */
export async function callNextCost(folder: string, tell: Tell): Promise<void> {
  const short = await openLine(join(folder, 'short'), few, 'plain')
  const long = await openLine(join(folder, 'long'), many, 'plain')
  const ruled = await openLine(join(folder, 'ruled'), many, 'all')
  const ms = { short: [] as number[], long: [] as number[], ruled: [] as number[] }
  for (let slice = 0; slice <= slices; slice++) {
    const took = [await short.callsMs(), await long.callsMs(), await ruled.callsMs()].map(middle)
    if (slice === 0) continue
    for (const [i, each] of [ms.short, ms.long, ms.ruled].entries()) each.push(took[i] ?? Number.NaN)
  }
  const told = { calls: slices * callsEach, bareIs: `ours with ${few} waiting, three services, nobody first` }
  tell(atMost('callNextMsWith10000WaitingOver10', inTurns(ms.long, ms.short), 1.2, told))
  tell(atMost('callNextMsWithEveryRuleAnd10000Waiting', inTurns(ms.ruled, ms.short), 1.2, told))
  for (const line of [short, long, ruled]) await line.close()
}

async function openLine(dataDir: string, waiting: number, rules: Rules) {
  const hub = await openChildHub({ dataDir, counters: 1, boards: 1, kiosks: 50, rules })
  let comers = 0
  const clerk = await connect(hub.url, { cookie: hub.people.clerks[0]?.cookie ?? '' })
  const board = await connect(hub.url, { key: hub.people.boards[0] ?? '' })
  await board.watch({ view: 'board', zoneId: '' })
  const page = await clerk.watch({ view: 'counter', counterId: 'c1' })
  await clerk.send({ command: 'openCounter', counterId: 'c1' })
  const kiosks = await Promise.all(hub.people.kiosks.map((key) => connect(hub.url, { key })))
  for (let taken = 0; taken < waiting; taken += atOnce) {
    const some = Math.min(atOnce, waiting - taken)
    await Promise.all(
      Array.from({ length: some }, (_, i) => take(kiosks[i % kiosks.length] as Client, rules, comers++)),
    )
  }
  return {
    callsMs: async (): Promise<number[]> => {
      const tookMs: number[] = []
      for (let i = 0; i < callsEach; i++) {
        const before = page.view().waitingTotal
        await take(kiosks[0] as Client, rules, comers++)
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

/** Under every rule all services and classes come in turn, every other one in a class. */
async function take(kiosk: Client, rules: Rules, comer: number): Promise<void> {
  const prefix = rules === 'all' ? String.fromCharCode(65 + (comer % 20)) : 'A'
  const inClass = rules === 'all' && comer % 2 === 1
  const answer = await kiosk.send({
    command: 'takeTicket',
    serviceId: `service-${prefix}`,
    paper: false,
    language: 'zh-CN',
    ...(inClass && { priority: { classId: `rank-${1 + (comer % 3)}`, ground: '证件' } }),
  })
  if (!('done' in answer)) throw new Error(`refused: ${answer.refused}`)
}
