import type { KioskService } from '@jiaohao/core/views/kiosk.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { shutWords } from './shut-words.ts'
import { waitWords } from './wait-words.ts'
import './service-tile.css'

/** One service: what it is, how many wait and how long; or why it is shut. A shut one still opens its sheet. */
export function ServiceTile({
  service,
  queueKnown,
  onChoose,
}: {
  service: KioskService
  queueKnown: boolean
  onChoose(): void
}) {
  const { t, nameOf, refusal } = useTexts()
  const { shut, waiting, wait, openCounters, prefix } = service
  const name = nameOf(service)
  const long = [...name].reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 1 : 0.6), 0)
  const size = long > 24 ? 'longest' : long > 12 ? 'long' : 'short'
  return (
    <button type="button" className={shut ? 'tile tile-shut' : 'tile'} onClick={onChoose}>
      <span className="tile-head">
        <span className="tile-prefix" aria-hidden="true">
          {prefix}
        </span>
        <span className={`tile-name tile-name-${size}`}>{name}</span>
      </span>
      {shut ? (
        <span className="tile-why">
          <ShutSign />
          {shutWords(service, t, refusal)}
        </span>
      ) : !queueKnown ? (
        <span className="tile-queue">
          <span>{t('kiosk.giving.tile')}</span>
        </span>
      ) : (
        <span className="tile-queue">
          <span className="tile-waiting">
            {waiting === 0 ? t('kiosk.nobody') : t('kiosk.waiting', { count: waiting })}
          </span>
          {wait ? (
            <span>{waitWords(wait, t)}</span>
          ) : openCounters === 0 ? (
            <span>{t('kiosk.noCounterOpen')}</span>
          ) : null}
        </span>
      )}
    </button>
  )
}

function ShutSign() {
  return (
    <svg className="tile-shut-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="10" />
      <path d="M6 12h12" />
    </svg>
  )
}
