import type { BoardView } from '@jiaohao/core/views/board.ts'
import { HallPaused } from '@jiaohao/screen/hall-paused.tsx'
import { LeaveNow } from '@jiaohao/screen/leave-now.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { BoardHead } from './board-head.tsx'
import './board-screen.css'
import { EarlierCalls } from './earlier-calls.tsx'
import { NewestCall } from './newest-call.tsx'
import { NoticeLine } from './notice-line.tsx'
import { WaitingColumn } from './waiting-column.tsx'

export interface BoardProps {
  view: BoardView | null
  nowMs: number
  /** Since when the hub is away; null while it is there. */
  awaySinceMs: number | null
}

/** The hall board: who is called now and where to, above all else. */
export function BoardScreen({ view, nowMs, awaySinceMs }: BoardProps) {
  const { t } = useTexts()
  if (!view) return <p className="board-connecting">{t('board.connecting')}</p>
  if (view.hall.standing.is === 'evacuated') return <LeaveNow />
  const isOpen = view.waiting.some(({ openCounters }) => openCounters > 0)
  const [newest, ...earlier] = view.calls
  return (
    <div className="board">
      <BoardHead hall={view.hall} zone={view.zone} nowMs={nowMs} />
      <main className="board-calls">
        <HallPaused standing={view.hall.standing} />
        <NewestCall call={isOpen ? newest : undefined} isOpen={isOpen} nowMs={nowMs} />
        <EarlierCalls calls={isOpen ? earlier : view.calls} nowMs={nowMs} />
      </main>
      <WaitingColumn lines={view.waiting} />
      <NoticeLine notice={view.hall.notice} timeZone={view.hall.timeZone} awaySinceMs={awaySinceMs} />
    </div>
  )
}
