import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { dayWords, slotWords } from './moment.ts'
import { No } from './no.tsx'
import type { BookStep, Days, Offer } from './step.ts'

interface Props {
  service: Offer['services'][number] | undefined
  step: Extract<BookStep, { is: 'slots' }>
  timeZone: string
  onSlot(fromMs: number): void
  onBack(): void
}

/** Which day and which time: days with what is left of them, then the slots of one day, then one button. */
export function ChooseSlot({ service, step, timeZone, onSlot, onBack }: Props) {
  const { t, language, nameOf } = useTexts()
  const { days, asking, refused, change } = step
  const [day, setDay] = useState<string | null>(null)
  const [fromMs, setFromMs] = useState<number | null>(null)
  const open = days?.filter(({ slots }) => slots.length > 0) ?? []
  const here = open.find((each) => each.day === day) ?? open.find(({ slots }) => leftIn(slots) > 0) ?? open[0]
  const slot = here?.slots.find((each) => each.fromMs === fromMs && each.left > 0)
  const name = service && nameOf(service)

  return (
    <>
      <div className="book-head">
        <button type="button" className="book-back" disabled={asking} onClick={onBack}>
          {t('book.back')}
        </button>
        <h2>{name ?? change?.serviceName}</h2>
      </div>
      {change && (
        <p className="book-note">
          {t('book.moving', {
            was: `${dayWords(change.fromMs, timeZone, language)} ${slotWords(change, timeZone)}`,
          })}
        </p>
      )}
      {refused && <No reason={refused} />}
      {days === null && <p className="book-wait">{t('book.loading')}</p>}
      {days !== null && open.length === 0 && <p className="book-none">{t('book.noSlots')}</p>}
      {here && (
        <>
          <h3>{t('book.day')}</h3>
          <div className="book-days">
            {open.map((each) => (
              <button
                key={each.day}
                type="button"
                aria-pressed={each.day === here.day}
                onClick={() => setDay(each.day)}
              >
                <strong>{dayWords(each.slots[0]?.fromMs ?? 0, timeZone, language)}</strong>
                <span>{leftWords(leftIn(each.slots), t)}</span>
              </button>
            ))}
          </div>
          <h3>{t('book.time')}</h3>
          <div className="book-slots">
            {here.slots.map((each) => (
              <button
                key={each.fromMs}
                type="button"
                disabled={each.left === 0 || asking}
                aria-pressed={each.fromMs === slot?.fromMs}
                onClick={() => setFromMs(each.fromMs)}
              >
                <strong>{slotWords(each, timeZone)}</strong>
                <span>{leftWords(each.left, t)}</span>
              </button>
            ))}
          </div>
        </>
      )}
      {here && (
        <div className="book-end">
          <p>
            {slot
              ? `${dayWords(slot.fromMs, timeZone, language)} ${slotWords(slot, timeZone)}`
              : t('book.chooseTime')}
          </p>
          <button
            type="button"
            className="book-main"
            disabled={!slot || asking}
            onClick={() => slot && onSlot(slot.fromMs)}
          >
            {t(asking ? 'book.asking' : change ? 'book.move' : 'book.confirm')}
          </button>
        </div>
      )}
    </>
  )
}

const leftIn = (slots: Days[number]['slots']): number => slots.reduce((sum, { left }) => sum + left, 0)

const leftWords = (left: number, t: (key: string, facts?: Record<string, number>) => string): string =>
  left === 0 ? t('book.full') : t('book.left', { count: left })
