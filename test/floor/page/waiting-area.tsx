import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Figure } from './figure.tsx'
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
