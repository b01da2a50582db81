import type { Appointment } from '@jiaohao/core/contract/appointment-routes.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import { AccessibleSwitch } from '@jiaohao/screen/accessible-switch.tsx'
import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { ChooseSlot } from './choose-slot.tsx'
import { ChooseWhat } from './choose-what.tsx'
import { FindMine } from './find-mine.tsx'
import { MyAppointment } from './my-appointment.tsx'
import type { BookStep, Days, Offer } from './step.ts'
import './book.css'

export interface BookProps {
  offer: Offer | null
  step: BookStep
  /** Since when there is no answer; null while all is well. */
  troubleSinceMs: number | null
  nowMs: number
  onService(serviceId: string): void
  onSlot(choosing: { serviceId: string; change: Appointment | null; days: Days }, fromMs: number): void
  onChange(appointment: Appointment): void
  onCancel(appointment: Appointment): void
  onFind(typed: string): void
  onStep(step: BookStep): void
}

/** The booking page as a function of what the hall offers and where the citizen stands. */
export function BookScreen(props: BookProps) {
  const { offer, troubleSinceMs } = props
  const { t, nameOf } = useTexts()
  const timeZone = offer?.hall.timeZone ?? 'Asia/Shanghai'
  return (
    <div className="book">
      <header className="book-bar">
        <h1>{offer ? nameOf(offer.hall) : t('book.title')}</h1>
        <div className="book-choices">
          <AccessibleSwitch />
          <LanguageButtons />
        </div>
      </header>
      {troubleSinceMs !== null && (
        <p className="book-trouble" role="status">
          {t('book.trouble', { time: timeOfDay(troubleSinceMs, timeZone) })}
        </p>
      )}
      <main>
        {offer ? <Body {...props} offer={offer} /> : <p className="book-wait">{t('book.loading')}</p>}
      </main>
    </div>
  )
}

function Body(props: BookProps & { offer: Offer }) {
  const { offer, step, nowMs, onService, onSlot, onChange, onCancel, onFind, onStep } = props
  const { timeZone } = offer.hall
  switch (step.is) {
    case 'services':
      return (
        <ChooseWhat
          offer={offer}
          refused={step.refused ?? null}
          onService={onService}
          onMine={() => onStep({ is: 'finding', asking: false, refused: null })}
        />
      )
    case 'slots': {
      const { serviceId, change, days } = step
      return (
        <ChooseSlot
          key={serviceId}
          service={offer.services.find(({ id }) => id === serviceId)}
          step={step}
          timeZone={timeZone}
          onSlot={(fromMs) => days && onSlot({ serviceId, change, days }, fromMs)}
          onBack={() => onStep(change ? { is: 'mine', appointment: change } : { is: 'services' })}
        />
      )
    }
    case 'finding':
      return (
        <FindMine
          asking={step.asking}
          refused={step.refused}
          onFind={onFind}
          onBack={() => onStep({ is: 'services' })}
        />
      )
    case 'mine':
      return (
        <MyAppointment
          key={`${step.appointment.code} ${step.appointment.status}`}
          offer={offer}
          appointment={step.appointment}
          asking={step.asking ?? false}
          refused={step.refused ?? null}
          nowMs={nowMs}
          onChange={() => onChange(step.appointment)}
          onCancel={() => onCancel(step.appointment)}
          onAnother={() => onStep({ is: 'services' })}
        />
      )
  }
}
