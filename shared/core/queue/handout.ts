import * as z from 'zod'
import { Material, Promised } from '../items/item.ts'
import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { type Refused, refused } from './refused.ts'
import type { HallState } from './state.ts'
import { nameOf } from './who.ts'

/**
 * What stands on a paper that is no ticket's slip, whole: it is in the journal before it is printed, and says
 * the same whatever the catalogue says later. Other papers of this kind are further cases.
 */
export const Handout = z.discriminatedUnion('is', [
  z.object({
    /** 一次性告知: what to bring for some items, as published. */
    is: z.literal('checklist'),
    items: z.array(
      z.object({
        itemId: z.string(),
        version: z.number(),
        name: z.string(),
        nameEn: z.string(),
        materials: z.array(Material),
        promised: z.nullable(Promised),
        fee: z.string(),
      }),
    ),
  }),
])
export type Handout = z.infer<typeof Handout>

/** A citizen takes the checklist of some items along. */
export function printChecklist(
  hall: Hall,
  state: HallState,
  { itemIds, language }: CommandOf<'printChecklist'>,
  { by }: Asked,
): Event[] | Refused {
  const takenAt = nameOf(by)
  if (state.handouts.owed.some((each) => each.takenAt === takenAt)) return refused('printsAlready')
  const items = [...new Set(itemIds)].map((itemId) => hall.items.byId.get(itemId))
  if (!items.every((item) => item !== undefined)) return refused('unknownItem')
  const n = state.handouts.issued + 1
  return [
    {
      type: 'handoutAsked',
      handoutId: `${state.day}-h${n}`,
      n,
      takenAt,
      language,
      handout: {
        is: 'checklist',
        items: items.map(({ id, version, name, nameEn, materials, promised, fee }) => ({
          itemId: id,
          version,
          name,
          nameEn,
          materials,
          promised,
          fee,
        })),
      },
    },
  ]
}

/** What became of it. It is never printed again by itself: whoever wants it asks again. */
export function reportHandout(
  state: HallState,
  { handoutId, outcome, why }: CommandOf<'reportHandout'>,
  { by }: Asked,
): Event[] | Refused {
  const owed = state.handouts.owed.find((each) => each.handoutId === handoutId)
  if (!owed) {
    const ended = state.handouts.ended.some((each) => each.handoutId === handoutId)
    return ended ? [] : refused('unknownHandout')
  }
  if (owed.takenAt !== nameOf(by)) return refused('notAllowed')
  return [{ type: 'handoutEnded', handoutId, outcome, why: why ?? '' }]
}

/** Its station never said what became of it. */
export function loseHandout(
  { handouts }: HallState,
  { handoutId }: CommandOf<'loseHandout'>,
): Event[] | Refused {
  return handouts.owed.some((each) => each.handoutId === handoutId)
    ? [{ type: 'handoutEnded', handoutId, outcome: 'unknown', why: 'noReport' }]
    : refused('unknownHandout')
}
