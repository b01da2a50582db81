import type { PublicCall } from '@jiaohao/core/views/board.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import type { CSSProperties } from 'react'
import { isCalledNow, mayFlash } from './called-now.ts'
import { CounterName } from './counter-name.tsx'
import './newest-call.css'

/** The newest call, as large as the screen allows; without one, what a visitor should do. */
export function NewestCall({
  call,
  isOpen,
  nowMs,
}: {
  call: PublicCall | undefined
  isOpen: boolean
  nowMs: number
}) {
  const { t } = useTexts()
  if (!call) {
    return (
      <section className="newest newest-none">
        <p className="newest-words">{t(isOpen ? 'board.nobodyCalled' : 'board.allClosed')}</p>
        <p className="newest-advice">{t(isOpen ? 'board.takeANumber' : 'board.comeBack')}</p>
      </section>
    )
  }
  const isNow = isCalledNow(call, nowMs)
  // The seq is the key: a recall is a call of its own, so it flashes again.
  return (
    <section
      key={call.seq}
      style={{ '--flashes': call.manner.flashes } as CSSProperties}
      className={`newest ${isNow ? 'newest-now' : 'newest-calm'} ${mayFlash(call, nowMs) ? 'newest-flash' : ''}`}
    >
      <p className="newest-label">
        <span>{t(isNow ? 'board.calledNow' : 'board.lastCalled')}</span>
        <span className={call.serviceName.length > 20 ? 'newest-service-long' : ''}>{call.serviceName}</span>
      </p>
      <p className="newest-line" style={lineOf(call, [...t('board.counter', { no: '|' }).replace('|', '')])}>
        <TicketNumber number={call.number} />
        <span className="newest-arrow" aria-hidden="true">
          →
        </span>
        <CounterName no={call.counterNo} />
      </p>
    </section>
  )
}

/** How wide the line is, in its own font size: digits, letters, the counter's word, and the arrow with its gaps. */
function lineOf({ number, counterNo }: PublicCall, word: string[]): CSSProperties {
  const letters = `${number}${counterNo}`.replace(/[^A-Z]/g, '').length
  const digits = number.length + counterNo.length - letters
  return { '--newest-ems': 0.58 * digits + 0.66 * letters + wordEms(word) + 1.2 } as CSSProperties
}

/** The word stands at half the size of the numbers; a Latin letter is about as wide as half a Han character. */
const wordEms = (word: string[]): number =>
  word.reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 0.5 : 0.3), 0)
