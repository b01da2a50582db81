import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import type { FloorCounter } from '../contract.ts'

/** Who sits here, how the counter stands, with which number, and how many wait for it; a refusal takes its place. */
export function CounterState({ counter, note }: { counter: FloorCounter; note: string }) {
  const { t } = useTexts()
  const { clerkName, state, number, waiting } = counter
  if (note !== '')
    return (
      <p className="counter-note" role="status">
        {note}
      </p>
    )
  return (
    <div className="counter-state">
      <p>
        <span className={`counter-chip counter-chip-${state}`}>
          {t(`floor.counter.state.${state}`)}
          {number !== null && <TicketNumber number={number} />}
        </span>
      </p>
      <p className="counter-people">
        {state !== 'closed' && <b>{clerkName}</b>}
        <span>{t('floor.counter.waiting', { count: waiting })}</span>
      </p>
    </div>
  )
}
