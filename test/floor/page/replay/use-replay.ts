import type { ReplayPage } from '@jiaohao/core/contract/replay.ts'
import type { Route } from '@jiaohao/core/contract/route.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { callRoute, isRefusal } from '@jiaohao/screen/call-route.ts'
import { useEffect, useState } from 'react'

export type Trouble = { refused: Reason } | 'unreachable'

/** A day on its way to the page, or all of it. */
export type Replay =
  | { is: 'asking' }
  | { is: 'reading'; told: number; of: number }
  | { is: 'failed'; trouble: Trouble }
  | { is: 'here'; day: ReplayPage }

/** Reads a day page by page. */
export function useReplay(day: string | null): Replay {
  const [replay, setReplay] = useState<Replay>({ is: 'asking' })
  useEffect(() => {
    if (day === null) return
    let gone = false
    setReplay({ is: 'asking' })
    void readDay(day, (now) => {
      if (!gone) setReplay(now)
      return !gone
    })
    return () => {
      gone = true
    }
  }, [day])
  return replay
}

/** Tells how far it has come, for as long as somebody wants to know. */
async function readDay(day: string, tell: (replay: Replay) => boolean): Promise<void> {
  const moments: ReplayPage['moments'] = []
  for (let after = 0; ; ) {
    const answer = await asked(routes.replay, { query: { day, after } })
    if ('trouble' in answer) {
      tell({ is: 'failed', trouble: answer.trouble })
      return
    }
    const page = answer.reply
    moments.push(...page.moments)
    const { told, of } = page
    if (told >= of || told === after) {
      tell({ is: 'here', day: { ...page, moments } })
      return
    }
    if (!tell({ is: 'reading', told, of })) return
    after = told
  }
}

/** A hub that cannot be reached is an answer too, and its cause is in the browser's log. */
export async function asked<P, Q, B, R>(
  route: Route<P, Q, B, R>,
  ask: { query?: Q; body?: B } = {},
): Promise<{ reply: R } | { trouble: Trouble }> {
  try {
    const reply = await callRoute(route, ask)
    return isRefusal(reply) ? { trouble: { refused: reply.refused } } : { reply: reply as R }
  } catch (problem) {
    console.error(route.path, problem)
    return { trouble: 'unreachable' }
  }
}
