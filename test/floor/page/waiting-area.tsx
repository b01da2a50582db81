import { useTexts } from '@jiaohao/screen/texts.tsx'
import './waiting-area.css'

const seats = 60

/** One figure for each citizen who waits, in seats; beyond the last seat a number. */
export function WaitingArea({ waiting }: { waiting: number }) {
  const { t } = useTexts()
  const seated = Math.min(waiting, seats)
  return (
    <section className="waiting-area" aria-label={t('floor.area.heading')}>
      <h2 className="floor-heading">{t('floor.area.heading')}</h2>
      <div className="waiting-area-seats" aria-hidden="true">
        {Array.from({ length: seats }, (_, seat) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place
          <Figure key={seat} seated={seat < seated} />
        ))}
      </div>
      <p>
        {waiting === 0 ? t('floor.area.nobody') : t('floor.area.people', { count: waiting })}
        {waiting > seats && <small>{t('floor.area.more', { count: waiting - seats })}</small>}
      </p>
    </section>
  )
}

function Figure({ seated }: { seated: boolean }) {
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
