import type { Route } from '@jiaohao/core/contract/route.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { type HttpRefusal, isRefusal } from '@jiaohao/screen/call-route.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { App } from 'antd'
import { useRef, useState } from 'react'
import { attempt } from './asked.ts'

export type Outcome<R> = { done: R } | { refused: HttpRefusal }

/** Does one thing at a time: a second click while one is under way is not sent. A refusal is said in words. */
export function useDoing(): {
  busy: boolean
  run: <P, Q, B, R>(
    route: Route<P, Q, B, R>,
    ask: { params?: P; query?: Q; body?: B },
    said?: string,
    /** Refusals the page tells in its own place. */
    told?: readonly Reason[],
  ) => Promise<Outcome<R>>
} {
  const { message } = App.useApp()
  const { refusal } = useTexts()
  const [busy, setBusy] = useState(false)
  const underWay = useRef(false)
  return {
    busy,
    run: async (route, ask, said, told = []) => {
      if (underWay.current) return { refused: { refused: 'tooMuch', problems: [] } }
      underWay.current = true
      setBusy(true)
      const reply = await attempt(route, ask)
      underWay.current = false
      setBusy(false)
      const refused: HttpRefusal | null =
        reply === 'unreachable' ? { refused: 'notSaved', problems: [] } : isRefusal(reply) ? reply : null
      if (refused) {
        if (!told.includes(refused.refused)) void message.error(refusal(refused.refused))
        return { refused }
      }
      if (said) void message.success(said)
      return { done: reply as Exclude<typeof reply, HttpRefusal | 'unreachable'> }
    },
  }
}
