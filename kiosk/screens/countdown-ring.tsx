import './countdown-ring.css'

/** A ring that empties with the seconds left, the number inside; the label says what happens then. */
export function CountdownRing({ left, of, label }: { left: number; of: number; label: string }) {
  const share = Math.max(0, Math.min(1, left / of))
  return (
    <span className="countdown-ring" role="timer" aria-label={label}>
      <svg viewBox="0 0 64 64" aria-hidden="true" focusable="false">
        <circle className="countdown-ring-track" cx="32" cy="32" r="28" />
        <circle
          className="countdown-ring-left"
          cx="32"
          cy="32"
          r="28"
          pathLength="1"
          strokeDasharray="1"
          strokeDashoffset={1 - share}
        />
      </svg>
      <span className="countdown-ring-seconds">{left}</span>
    </span>
  )
}
