import { plusDays } from '@jiaohao/core/calendar/day-arithmetic.ts'
import { emptyCalendar } from '@jiaohao/core/calendar/hall-calendar.ts'
import { sessionsOn } from '@jiaohao/core/calendar/sessions-on.ts'
import { minutesIn } from '@jiaohao/core/queue/day.ts'
import type { Policy, SlotRow } from '@jiaohao/core/queue/hall.ts'
import { plannedOn } from '@jiaohao/core/queue/slots.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** Any Monday: an ordinary week, without holidays. */
const monday = '2026-03-09'

/** What a plan comes to in an ordinary week; what the hours cut off is struck through. */
export function SlotWeek({ rows, policy }: { rows: readonly SlotRow[]; policy: Policy }) {
  const { t } = useTexts()
  const ordinary = { policy: { ...policy, useCalendar: false }, calendar: emptyCalendar }
  const days = t('appointments.plan.weekdays')
    .split(' ')
    .map((name, i) => {
      const sessions = sessionsOn(ordinary, plusDays(monday, i))
      const open = 'refused' in sessions ? [] : sessions
      return {
        name,
        slots: plannedOn(rows, i + 1).map((slot) => ({
          ...slot,
          offered: open.some(({ from, to }) => minutesIn(from) <= slot.from && slot.to <= minutesIn(to)),
        })),
      }
    })
  const places = days
    .flatMap(({ slots }) => slots)
    .reduce((sum, { offered, capacity }) => sum + (offered ? capacity : 0), 0)
  return (
    <section className="slot-week">
      <h3>
        {t('appointments.plan.week')}{' '}
        <small className="quiet">{t('appointments.plan.places', { n: places })}</small>
      </h3>
      <div className="slot-week-days">
        {days.map(({ name, slots }) => (
          <div key={name}>
            <strong>{name}</strong>
            {slots.length === 0 && <span className="quiet">{t('appointments.plan.empty')}</span>}
            {slots.map(({ from, to, capacity, offered }) => (
              <span key={from} className={offered ? 'slot-week-slot' : 'slot-week-slot slot-week-not'}>
                {timeOf(from)}–{timeOf(to)} <b>×{capacity}</b>
              </span>
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

const two = (value: number) => String(value).padStart(2, '0')
const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
