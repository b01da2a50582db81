import { routes } from '@jiaohao/core/contract/routes.ts'
import { mostFound } from '@jiaohao/core/items/search.ts'
import { useState } from 'react'
import { ByButtons } from '../by-buttons.tsx'
import { PageTurner } from '../page-turner.tsx'
import type { Choosable, Chosen } from './chosen.ts'
import { Waiting } from './guide-home.tsx'
import { GuideLines } from './guide-lines.tsx'
import { useRead } from './use-read.ts'

/** All items of a department or of a service, a page at a time. */
export function GuideList({
  among,
  chosen,
  onRead,
}: {
  among: { department: string } | { serviceId: string }
  chosen: Chosen
  onRead(item: Choosable): void
}) {
  const [at, setAt] = useState(0)
  const read = useRead(routes.guideItems, { query: { ...among, words: '', after: at * mostFound } })
  if (read.is !== 'here') return <Waiting failed={read.is === 'failed'} />
  const { items, total } = read.reply
  const pages = Math.ceil(total / mostFound)
  return (
    <>
      <ByButtons key={at}>
        <GuideLines lines={items} chosen={chosen} onRead={onRead} />
      </ByButtons>
      {pages > 1 && <PageTurner at={at} of={pages} onTurn={setAt} />}
    </>
  )
}
