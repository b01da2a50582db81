import * as z from 'zod'
import { Policy } from '../queue/hall.ts'
import { id } from '../queue/plain-text.ts'
import { eachLanguage } from '../text/language.ts'

const ms = z.number()
const share = z.nullable(z.number())
const formula = eachLanguage(z.string()).extend({ figure: z.string() })

/** What was told held against what happened, for one day, one service, or all of them; null where n is 0. */
const EstimatesLine = z.object({
  id: z.string(),
  name: z.string(),
  /** Numbers given with a range. */
  told: z.number(),
  /** Of these, called: what every figure beside it is of. */
  n: z.number(),
  withinP50: share,
  withinP90: share,
  within80: share,
  /** Longer than the P50 told, and no longer than the P90: should be near 40 %. */
  between: share,
  meanErrorMs: z.nullable(ms),
  /** Where the plain formula had an answer too: its error and, over the same numbers, that of what was told. */
  plain: z.object({ n: z.number(), meanErrorMs: z.nullable(ms), toldErrorMs: z.nullable(ms) }),
})
export type EstimatesLine = z.infer<typeof EstimatesLine>

export const EstimatesReport = z.object({
  from: z.string(),
  to: z.string(),
  total: EstimatesLine,
  days: z.array(EstimatesLine),
  services: z.array(EstimatesLine),
  formulas: z.array(formula),
})
export type EstimatesReport = z.infer<typeof EstimatesReport>

/** What might have been otherwise on a day: one more counter like this one, other rules of calling. */
export const WhatIfAsk = z
  .strictObject({
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    moreLike: z.nullable(id).default(null),
    /** Rules left out stay as they are. */
    policy: z
      .strictObject({
        priorityRun: Policy.shape.priorityRun.unwrap().optional(),
        ageMinutes: Policy.shape.ageMinutes.unwrap().optional(),
        mostPassed: Policy.shape.mostPassed.unwrap().optional(),
      })
      .default({}),
  })
  .refine(
    ({ moreLike, policy }) => moreLike !== null || Object.values(policy).some((each) => each !== undefined),
    {
      path: ['moreLike'],
      error: 'nothing to change',
    },
  )
export type WhatIfAsk = z.infer<typeof WhatIfAsk>

const DayWaits = z.object({
  /** Legs called, and those that came and were never called. */
  called: z.number(),
  uncalled: z.number(),
  p50Ms: z.nullable(ms),
  p90Ms: z.nullable(ms),
  /** Legs called before the last session's end; null in a hall without sessions. */
  byClosing: z.nullable(z.number()),
})
export type DayWaits = z.infer<typeof DayWaits>

/** The day as it was, the same day played by its own rules, and played as asked: the last two are to be compared. */
const Compared = z.object({ was: DayWaits, played: DayWaits, changed: DayWaits })
export type Compared = z.infer<typeof Compared>

export const WhatIfReply = z.object({
  total: Compared,
  services: z.array(Compared.extend({ id: z.string(), name: z.string() })),
  /** By rank, 1 before all others; rules of calling move waits from one to the other. */
  ranks: z.array(Compared.extend({ rank: z.number() })),
  formulas: z.array(formula),
})
export type WhatIfReply = z.infer<typeof WhatIfReply>
