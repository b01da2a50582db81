import './ticket-number.css'

/** A ticket's number, everywhere the same: letters and digits apart by weight, tabular, never broken over lines. */
export function TicketNumber({ number, size }: { number: string; size?: string }) {
  const [, letters = '', digits = number] = /^([A-Z]*)(.*)$/.exec(number) ?? []
  return (
    <span className="ticket-number" style={size ? { fontSize: size } : undefined}>
      <span className="ticket-number-letters">{letters}</span>
      {digits}
    </span>
  )
}
