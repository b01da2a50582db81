import type { WhatIfAsk, WhatIfReply } from '@jiaohao/core/contract/estimates.ts'
import { whatIf } from '@jiaohao/core/estimate/what-if.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type { Db } from '../journal/database.ts'
import { formulasOf } from '../reports/formulas.ts'
import { dayEvents } from './journal-read.ts'

const seed = 1
/** Four days of the largest hall; a longer one would keep every report waiting. */
const mostEvents = 300_000

/** A day of the journal, or today so far, played otherwise. */
export function whatIfOf(
  db: Db,
  hallId: string,
  { day, hall, nowMs, ...ask }: WhatIfAsk & { hall: Hall; nowMs: number },
): WhatIfReply | Refused {
  const found = dayEvents(db, hallId, day)
  if (!found) return refused('unknownDay')
  if (found.count > mostEvents) return refused('tooMuch')
  const untilMs = found.over ? Number.POSITIVE_INFINITY : nowMs
  const played = whatIf(hall, found.events, ask, { seed, untilMs })
  return played ? { ...played, formulas: formulasOf('whatIfFormulas') } : refused('counterUnused')
}
