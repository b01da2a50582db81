import { useTexts } from '@jiaohao/screen/texts.tsx'
import { timeIn } from './board-head.tsx'
import { noticePages } from './notice-pages.ts'
import './notice-line.css'
import { usePageTurn } from './use-page-turn.ts'

const turnEveryMs = 9_000
const mostHan = 38
const mostLatin = 76

/** The hall's notice, one still line at a time. A board that has lost its hub says so here instead. */
export function NoticeLine({
  notice,
  timeZone,
  awaySinceMs,
}: {
  notice: string
  timeZone: string
  awaySinceMs: number | null
}) {
  const { t } = useTexts()
  const pages = noticePages(notice, /\p{Script=Han}/u.test(notice) ? mostHan : mostLatin)
  const page = usePageTurn(pages.length, turnEveryMs)
  if (awaySinceMs !== null) {
    return (
      <footer className="notice notice-away" role="status">
        <span className="notice-label">{t('board.away', { time: timeIn(timeZone, awaySinceMs) })}</span>
        <span>{t('board.awayNow')}</span>
      </footer>
    )
  }
  if (pages.length === 0) return null
  return (
    <footer className="notice">
      <span className="notice-label">{t('board.notice')}</span>
      <span key={page} className="notice-text">
        {pages[page]}
      </span>
    </footer>
  )
}
