import type { Answer } from '@jiaohao/core/contract/socket.ts'
import { openChildHub } from '../hall/child-hub.ts'
import { type Client, connect } from '../hall/client.ts'
import { gapsOrRepeats, journalIn } from './journal-kept.ts'
import type { Tell } from './tell.ts'

const counters = 50
const kiosks = 20
const numbersEach = 500
const atOnce = 50

/** 50 counters press next in the same instant, on 50 tickets and on one; 20 kiosks take 500 numbers each (rules §10). */
export async function races({ dataDir, tell }: { dataDir: string; tell: Tell }): Promise<void> {
  const hub = await openChildHub({ dataDir, kiosks, counters })
  const { url, people } = hub
  const clerks = await Promise.all(people.clerks.map(({ cookie }) => connect(url, { cookie })))
  const takers = await Promise.all(people.kiosks.map((key) => connect(url, { key })))
  const kiosk = takers[0] as Client
  const all = (ask: (clerk: Client, counterId: string) => Promise<Answer>): Promise<Answer[]> =>
    Promise.all(clerks.map((clerk, i) => ask(clerk, people.clerks[i]?.counterId ?? '')))
  const next = (clerk: Client, counterId: string) =>
    clerk.send({ command: 'callNext', counterId, finishCurrent: false })

  await all((clerk, counterId) => clerk.send({ command: 'openCounter', counterId }))
  for (let i = 0; i < counters; i++) await take(kiosk, 'service-A')
  const fifty = await all(next)
  const distinct = new Set(fifty.flatMap((answer) => ('done' in answer ? [answer.done.number] : []))).size
  tell({ check: 'fiftyCountersOnFiftyTickets', counters, distinct, ok: distinct === counters })

  await all((clerk, counterId) => clerk.send({ command: 'finish', counterId, wrapUp: false }))
  await take(kiosk, 'service-B')
  const one = await all(next)
  const winners = one.filter((answer) => 'done' in answer).length
  const empty = one.filter((answer) => 'refused' in answer && answer.refused === 'nobodyWaiting').length
  tell({ check: 'fiftyCountersOnOneTicket', winners, empty, ok: winners === 1 && empty === counters - 1 })

  const taken = await Promise.all(takers.map((taker) => takeMany(taker)))
  const numbers = taken.flat()
  const unique = new Set(numbers).size
  const { tickets, series, wrong } = gapsOrRepeats(journalIn(dataDir))
  const wanted = kiosks * numbersEach
  const ok =
    numbers.length === wanted && unique === wanted && tickets === wanted + counters + 1 && wrong === 0
  tell({
    check: 'twentyKiosksTakeFiveHundredEach',
    kiosks,
    numbers: numbers.length,
    unique,
    series,
    wrong,
    ok,
  })

  for (const client of [...clerks, ...takers]) client.close()
  await hub.stop()
}

const take = (kiosk: Client, serviceId: string): Promise<Answer> =>
  kiosk.send({ command: 'takeTicket', serviceId, paper: false, language: 'zh-CN' })

/** 500 numbers of three services in turn, as many at once as a careless program would send. */
async function takeMany(kiosk: Client): Promise<string[]> {
  const numbers: string[] = []
  for (let done = 0; done < numbersEach; done += atOnce) {
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, i) => take(kiosk, `service-${'ABC'.charAt((done + i) % 3)}`)),
    )
    numbers.push(...answers.flatMap((answer) => ('done' in answer ? [answer.done.number ?? ''] : [])))
  }
  return numbers
}
