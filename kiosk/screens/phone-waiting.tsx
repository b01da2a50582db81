import type { PhoneView } from '@jiaohao/core/views/phone.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { waitWords } from './wait-words.ts'

const soonAhead = 3

/** How many stand before me and how long it will take; near the end, what to do. */
export function PhoneWaiting({ view: { ahead, wait } }: { view: PhoneView }) {
  const { t } = useTexts()
  return (
    <>
      <div className="phone-queue" role="status">
        <p>
          <span>{t('phone.ahead')}</span>
          <strong>{t('phone.people', { count: ahead })}</strong>
        </p>
        {wait && (
          <p>
            <span>{t('phone.wait')}</span>
            <strong className="phone-range">{waitWords(wait, t)}</strong>
          </p>
        )}
      </div>
      {ahead <= soonAhead && <p className="phone-soon">{t(ahead === 0 ? 'phone.next' : 'phone.soon')}</p>}
      <p className="phone-keep-open">{t('phone.keepOpen')}</p>
    </>
  )
}
