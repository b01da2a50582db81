import { type Routes, routes } from '@jiaohao/core/contract/routes.ts'
import { isRefusal } from '@jiaohao/screen/call-route.ts'
import { useEffect, useState } from 'react'
import type * as z from 'zod'
import { type Asked, attempt } from '../asked.ts'

export type Leg = z.infer<Routes['tickets']['reply']>[number]

/** More tickets than this in one day no hall has; a table of them no browser wants. */
const mostPages = 20

/** A whole day's legs, page by page, each shown as it comes. */
export function useDayOfLegs(day: string): { asked: Asked<Leg[]>; again: () => void } {
  const [asked, setAsked] = useState<Asked<Leg[]>>({ is: 'asking' })
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same day again
  useEffect(() => {
    let gone = false
    const read = async () => {
      const legs: Leg[] = []
      for (let page = 0; page < mostPages && !gone; page++) {
        const reply = await attempt(routes.tickets, { query: { day, after: lastNumberIn(legs) } })
        if (gone) return
        if (reply === 'unreachable') return setAsked({ is: 'failed', trouble: { is: 'unreachable' } })
        if (isRefusal(reply)) return setAsked({ is: 'failed', trouble: { is: 'refused', refusal: reply } })
        legs.push(...reply)
        setAsked({ is: 'here', reply: [...legs], trouble: null })
        if (reply.length === 0) return
      }
    }
    void read()
    return () => {
      gone = true
    }
  }, [day, turn])
  return { asked, again: () => setTurn((n) => n + 1) }
}

/** A ticket's id ends in its place in the day: `2026-11-23-42` → 42. */
const lastNumberIn = (legs: Leg[]): number => Number(legs.at(-1)?.ticketId.slice(11) ?? 0)
