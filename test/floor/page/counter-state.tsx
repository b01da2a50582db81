import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import type { FloorCounter } from '../contract.ts'
import { Figure } from './figure.tsx'

/** How the counter stands, with which number, and how many wait for it; why a press was refused takes its place. */
export function CounterState({ counter, note }: { counter: FloorCounter; note: string }) {
  const { t } = useTexts()
  const { state, number, waiting } = counter
  const words = t('floor.counter.waiting', { count: waiting })
  if (note !== '')
    return (
      <p className="counter-note" role="status">
        {note}
      </p>
    )
  return (
    <p className="counter-state">
      <span className={`counter-chip counter-chip-${state}`}>
        {t(`floor.counter.state.${state}`)}
        {number !== null && <TicketNumber number={number} />}
      </span>
      <span className="counter-waiting" title={words}>
        <Figure seated />
        <b aria-hidden="true">{waiting}</b>
        <span className="floor-unseen">{words}</span>
      </span>
    </p>
  )
}
