import type { Route } from '@jiaohao/core/contract/route.ts'
import { callRoute, type HttpRefusal, isRefusal } from '@jiaohao/screen/call-route.ts'
import { useCallback, useEffect, useState } from 'react'

export type Trouble = { is: 'refused'; refusal: HttpRefusal } | { is: 'unreachable' }

/** What became of a question to the hub; the last reply stays on the page while the hub is away. */
export type Asked<Reply> =
  | { is: 'asking' }
  | { is: 'failed'; trouble: Trouble }
  | { is: 'here'; reply: Reply; trouble: Trouble | null }

const triesAgainMs = 5_000

/** Asks a reading route now, on `again()`, every `everyMs` where given, and until the hub is there again. */
export function useAsked<P, Q, R>(
  route: Route<P, Q, object | null | undefined, R>,
  ask: { params?: P; query?: Q } = {},
  everyMs?: number,
): { asked: Asked<R>; again: () => void } {
  const [asked, setAsked] = useState<Asked<R>>({ is: 'asking' })
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify(ask)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same question again
  useEffect(() => {
    let gone = false
    const question = JSON.parse(key) as typeof ask
    const put = async () => {
      const reply = await attempt(route, question)
      if (!gone) setAsked((before) => after(before, reply))
    }
    void put()
    const timer = everyMs === undefined ? undefined : setInterval(() => void put(), everyMs)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [route, key, everyMs, turn])
  const again = useCallback(() => setTurn((n) => n + 1), [])
  const lost = asked.is !== 'asking' && asked.trouble?.is === 'unreachable' && everyMs === undefined
  useEffect(() => {
    if (!lost) return
    const timer = setInterval(again, triesAgainMs)
    return () => clearInterval(timer)
  }, [lost, again])
  return { asked, again }
}

function after<R>(before: Asked<R>, reply: R | HttpRefusal | 'unreachable'): Asked<R> {
  if (reply !== 'unreachable' && !isRefusal(reply)) return { is: 'here', reply, trouble: null }
  const trouble: Trouble =
    reply === 'unreachable' ? { is: 'unreachable' } : { is: 'refused', refusal: reply as HttpRefusal }
  return before.is === 'here' ? { ...before, trouble } : { is: 'failed', trouble }
}

/** Calls a route; a hub that cannot be reached is an answer too, and its cause is in the browser's log. */
export async function attempt<P, Q, B, R>(
  route: Route<P, Q, B, R>,
  ask: { params?: P; query?: Q; body?: B },
): Promise<R | HttpRefusal | 'unreachable'> {
  try {
    return await callRoute(route, ask)
  } catch (problem) {
    console.error(route.path, problem)
    return 'unreachable'
  }
}
