import type { ServiceLine } from '@jiaohao/core/views/parts.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { usePageTurn } from './use-page-turn.ts'
import './waiting-column.css'

const turnEveryMs = 10_000
const shortName = 14
const mostOfShortNames = 10
const mostOfLongNames = 6

/** How many wait for each service. More services than fit are turned like pages, never scrolled. */
export function WaitingColumn({ lines }: { lines: readonly ServiceLine[] }) {
  const { t, nameOf } = useTexts()
  const isShort = lines.every((line) => widthOf(nameOf(line)) <= shortName)
  const perPage = isShort ? mostOfShortNames : mostOfLongNames
  const pages = Math.max(1, Math.ceil(lines.length / perPage))
  const page = usePageTurn(pages, turnEveryMs)
  // Pages of one size: the last is not a lonely line.
  const rows = Math.ceil(lines.length / pages)
  return (
    <aside className="waiting">
      <h2 className="waiting-title">
        <span>{t('board.waiting')}</span>
        {pages > 1 && <span className="waiting-page">{t('board.page', { page: page + 1, pages })}</span>}
      </h2>
      <ul className={isShort ? 'waiting-lines' : 'waiting-lines waiting-lines-long'} key={page}>
        {lines.slice(page * rows, (page + 1) * rows).map((line) => (
          <li key={line.id} className="waiting-line">
            <span className="waiting-name">{nameOf(line)}</span>
            {line.openCounters === 0 && line.waiting === 0 ? (
              <span className="waiting-shut">{t('board.notOpen')}</span>
            ) : (
              <span className="waiting-count">{line.waiting}</span>
            )}
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** In Han characters; a Latin letter is about half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/\p{Script=Latin}|[\d\s]/u.test(character) ? 0.5 : 1), 0)
