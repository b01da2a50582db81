import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openChildHub } from '../hall/child-hub.ts'
import { atMost, inTurns, rounded, type Tell } from './figures.ts'
import { writePastDays } from './past-days.ts'

const ticketsPerDay = 2_000
const yearsOfDays = 500
const monthOfDays = 30
const starts = 7
const reports = 7

/**
 * A million past tickets: opening costs what an empty hall's does, and a month's report what the same month costs
 * alone in the store. Both sides take turns.
 */
export async function history(folder: string, tell: Tell): Promise<void> {
  const lastDay = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
  const full = join(folder, 'full')
  const month = join(folder, 'month')
  const empty = join(folder, 'empty')
  const progress = (day: number): void => {
    if (day % 50 === 0)
      process.stderr.write(`\r${day} of ${yearsOfDays} past days${day === yearsOfDays ? '\n' : ''}`)
  }
  writePastDays({ dataDir: full, days: yearsOfDays, ticketsPerDay, lastDay, progress })
  writePastDays({ dataDir: month, days: monthOfDays, ticketsPerDay, lastDay })

  const first = await startMs(full)
  const ms = { full: [] as number[], empty: [] as number[] }
  for (let i = 0; i <= starts; i++) {
    const [a, b] = [(await startMs(full)).ms, (await startMs(empty)).ms]
    if (i === 0) continue
    ms.full.push(a)
    ms.empty.push(b)
  }
  tell(
    atMost('startMsWithAMillionPastTickets', inTurns(ms.full, ms.empty), 1.5, {
      bareIs: 'ours, empty',
      firstOfTheDayMs: rounded(first.ms),
    }),
  )

  const from = new Date(Date.parse(lastDay) - (monthOfDays - 1) * 86_400_000).toISOString().slice(0, 10)
  const alone = (await startMs(month)).administrator
  const amongAll = first.administrator
  const [a, b] = [await openChildHub({ dataDir: full }), await openChildHub({ dataDir: month })]
  const took = { full: [] as number[], month: [] as number[] }
  let issued = 0
  for (let i = 0; i <= reports; i++) {
    const amid = await reportMs(a.url, amongAll, from, lastDay)
    const by = await reportMs(b.url, alone, from, lastDay)
    if (amid.issued !== by.issued) throw new Error(`the reports differ: ${amid.issued} and ${by.issued}`)
    if (i === 0) continue
    issued = amid.issued
    took.full.push(amid.ms)
    took.month.push(by.ms)
  }
  tell(
    atMost('monthReportMsAmidAMillionTickets', inTurns(took.full, took.month), 1.3, {
      bareIs: 'ours, the month alone',
      issued,
    }),
  )
  await a.stop()
  await b.stop()
}

/** From starting the process to its first answer to a health question. */
async function startMs(dataDir: string): Promise<{ ms: number; administrator: string }> {
  const began = performance.now()
  const hub = await openChildHub({ dataDir })
  await fetch(`${hub.url}/api/health`).then((reply) => reply.json())
  const ms = performance.now() - began
  await hub.stop()
  await setTimeout(20)
  return { ms, administrator: hub.people.administrator }
}

async function reportMs(
  url: string,
  cookie: string,
  from: string,
  to: string,
): Promise<{ ms: number; issued: number }> {
  const began = performance.now()
  const reply = await fetch(`${url}/api/reports?from=${from}&to=${to}`, { headers: { cookie } })
  const report = (await reply.json()) as { total: { issued: number } }
  if (!reply.ok) throw new Error(`the report was refused: ${JSON.stringify(report)}`)
  return { ms: performance.now() - began, issued: report.total.issued }
}
