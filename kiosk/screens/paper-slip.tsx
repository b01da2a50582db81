import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import './paper-slip.css'

/** A drawn slip sliding out of its slot; out, it points to where to take it. */
export function PaperSlip({ number, out }: { number: string; out: boolean }) {
  return (
    <div className={out ? 'paper-slip paper-slip-out' : 'paper-slip'} aria-hidden="true">
      <div className="paper-slip-slot" />
      <div className="paper-slip-window">
        <div className="paper-slip-paper">
          <TicketNumber number={number} size="1.5em" />
          <i />
          <i />
          <i />
        </div>
      </div>
      <svg className="paper-slip-arrow" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M12 4v15M5 12l7 7 7-7" />
      </svg>
    </div>
  )
}
