import type { EstimatesLine, EstimatesReport } from '@jiaohao/core/contract/estimates.ts'
import type { Db } from '../journal/database.ts'
import type { ReportAsk } from '../reports/ask.ts'
import { formulasOf } from '../reports/formulas.ts'

interface ToldRow {
  day: string
  serviceId: string
  waitedMs: number | null
  p10Ms: number
  p50Ms: number
  p90Ms: number
  plainMs: number | null
}

/** Every number that was given with a range, its first leg's first call beside it; voided numbers left out. */
const toldSql = `
  select t.day, l.service_id as serviceId, l.first_called_at_ms - t.issued_at_ms as waitedMs,
    t.told_p10_ms as p10Ms, t.told_p50_ms as p50Ms, t.told_p90_ms as p90Ms, t.plain_ms as plainMs
  from ticket t
  join leg l on l.hall = t.hall and l.day = t.day and l.n = t.n and l.leg = 0
  where t.hall = ? and t.day >= ? and t.day <= ? and t.told_p50_ms is not null and t.state <> 'void'
  order by t.day, t.n`

/** Do the ranges told hold what they claim? By day and by service. */
export function estimatesOf(db: Db, hallId: string, { from, to, names }: ReportAsk): EstimatesReport {
  const total = openLine('', '')
  const days = new Map<string, Line>()
  const services = new Map(names.services.map(({ id, name }) => [id, openLine(id, name)]))
  const rows = db.prepare<[string, string, string], ToldRow>(toldSql).iterate(hallId, from, to)
  for (const row of rows) {
    total.add(row)
    lineIn(days, row.day).add(row)
    lineIn(services, row.serviceId).add(row)
  }
  const told = (lines: Map<string, Line>) =>
    [...lines.values()].map((each) => each.line()).filter((each) => each.told > 0)
  return {
    from,
    to,
    total: total.line(),
    days: told(days),
    services: told(services),
    formulas: formulasOf('estimateFormulas'),
  }
}

type Line = ReturnType<typeof openLine>

function lineIn(lines: Map<string, Line>, id: string): Line {
  const known = lines.get(id)
  if (known) return known
  const fresh = openLine(id, id)
  lines.set(id, fresh)
  return fresh
}

function openLine(id: string, name: string) {
  let [told, n, p50, p90, both, between, errorMs] = [0, 0, 0, 0, 0, 0, 0]
  const plain = { n: 0, errorMs: 0, toldErrorMs: 0 }
  const of = (sum: number, count: number) => (count === 0 ? null : sum / count)
  return {
    add: ({ waitedMs, p10Ms, p50Ms, p90Ms, plainMs }: ToldRow): void => {
      told += 1
      if (waitedMs === null) return
      n += 1
      if (waitedMs <= p50Ms) p50 += 1
      if (waitedMs <= p90Ms) p90 += 1
      if (p10Ms <= waitedMs && waitedMs <= p90Ms) both += 1
      if (p50Ms < waitedMs && waitedMs <= p90Ms) between += 1
      errorMs += Math.abs(waitedMs - p50Ms)
      if (plainMs === null) return
      plain.n += 1
      plain.errorMs += Math.abs(waitedMs - plainMs)
      plain.toldErrorMs += Math.abs(waitedMs - p50Ms)
    },
    line: (): EstimatesLine => ({
      id,
      name,
      told,
      n,
      withinP50: of(p50, n),
      withinP90: of(p90, n),
      within80: of(both, n),
      between: of(between, n),
      meanErrorMs: of(errorMs, n),
      plain: {
        n: plain.n,
        meanErrorMs: of(plain.errorMs, plain.n),
        toldErrorMs: of(plain.toldErrorMs, plain.n),
      },
    }),
  }
}
