import type { GuideItem } from '@jiaohao/core/contract/items.ts'
import type { Route } from '@jiaohao/core/contract/route.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { callRoute, isRefusal } from '@jiaohao/screen/call-route.ts'
import { useEffect, useState } from 'react'

export type Read<R> = { is: 'asking' } | { is: 'here'; reply: R } | { is: 'failed' }

/** Reads one route of the guide; the reply before stays until the next is here, so that lists do not flicker. */
export function useRead<P, Q, R>(
  route: Route<P, Q, object | null | undefined, R>,
  ask: { params?: P; query?: Q } = {},
): Read<R> {
  const [read, setRead] = useState<Read<R>>({ is: 'asking' })
  const key = JSON.stringify(ask)
  useEffect(() => {
    let gone = false
    const put = (next: Read<R>) => {
      if (!gone) setRead(next)
    }
    callRoute(route, JSON.parse(key) as typeof ask).then(
      (reply) => put(isRefusal(reply) ? { is: 'failed' } : { is: 'here', reply: reply as R }),
      (problem: unknown) => {
        console.error(route.path, problem)
        put({ is: 'failed' })
      },
    )
    return () => {
      gone = true
    }
  }, [route, key])
  return read
}

/** Items by their ids, those that are here already. */
export function useItems(ids: readonly string[]): GuideItem[] {
  const [items, setItems] = useState<ReadonlyMap<string, GuideItem>>(new Map())
  const missing = ids.filter((id) => !items.has(id)).join(' ')
  useEffect(() => {
    let gone = false
    for (const id of missing.split(' ').filter((each) => each !== '')) {
      callRoute(routes.guideItem, { params: { id } }).then(
        (item) => {
          if (!gone && !isRefusal(item)) setItems((before) => new Map(before).set(id, item as GuideItem))
        },
        (problem: unknown) => console.error(routes.guideItem.path, problem),
      )
    }
    return () => {
      gone = true
    }
  }, [missing])
  return ids.map((id) => items.get(id)).filter((item) => item !== undefined)
}
