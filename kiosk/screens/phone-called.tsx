import { mannerOf } from '@jiaohao/core/queue/need.ts'
import type { PhoneView } from '@jiaohao/core/views/phone.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import type { CSSProperties } from 'react'
import './phone-called.css'

/** The whole page is the call: it flashes anew with every recall. */
export function PhoneCalled({ view: { number, counterNo, calls, where, needs } }: { view: PhoneView }) {
  const { t } = useTexts()
  return (
    <main
      className="phone-called"
      key={calls}
      role="alert"
      style={{ '--flashes': mannerOf(needs).flashes } as CSSProperties}
    >
      <TicketNumber number={number} size={`min(${(120 / number.length).toFixed(1)}vw, 8rem)`} />
      <p className="phone-called-go">{t('phone.called.go')}</p>
      <p className="phone-called-counter">
        {counterNo === null ? t('phone.called.anyCounter') : t('phone.called.counter', { no: counterNo })}
      </p>
      {where !== '' && <p className="phone-called-where">{where}</p>}
      {calls > 1 && <p className="phone-called-again">{t('phone.called.again', { times: calls })}</p>}
    </main>
  )
}
