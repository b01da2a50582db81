import type { PublicCall } from '@jiaohao/core/views/board.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { isCalledNow, mayFlash } from './called-now.ts'
import { CounterName } from './counter-name.tsx'
import './earlier-calls.css'

/** One more than fit: the oldest slides out at the bottom before it is forgotten. */
const drawn = 6

/** The calls before the newest, newest first; a new one pushes them downward. */
export function EarlierCalls({ calls, nowMs }: { calls: readonly PublicCall[]; nowMs: number }) {
  const { t } = useTexts()
  return (
    <ol className="earlier" aria-label={t('board.earlier')}>
      {calls.slice(0, drawn).map((call, index) => (
        <li
          key={`${call.number} ${call.counterId}`}
          className={`earlier-call ${isCalledNow(call, nowMs) ? 'earlier-now' : index % 2 ? 'earlier-even' : ''}`}
          style={{ transform: `translateY(${index * 100}%)` }}
        >
          <span
            key={call.seq}
            className={mayFlash(call, nowMs) ? 'earlier-row earlier-flash' : 'earlier-row'}
          >
            <TicketNumber number={call.number} />
            <span className="earlier-arrow" aria-hidden="true">
              →
            </span>
            <CounterName no={call.counterNo} />
          </span>
        </li>
      ))}
    </ol>
  )
}
