import './figure.css'

/** One citizen in a seat, or the seat alone. */
export function Figure({ seated }: { seated: boolean }) {
  return (
    <svg className={seated ? 'figure figure-here' : 'figure'} viewBox="0 0 16 28" aria-hidden="true">
      {seated && (
        <>
          <circle cx="8" cy="7" r="4.5" />
          <path d="M1.5 24c0-6 2.5-10 6.5-10s6.5 4 6.5 10z" />
        </>
      )}
      <path className="figure-seat" d="M1 26h14" />
    </svg>
  )
}
