import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** What was not granted, and what to do now. */
export function No({ reason }: { reason: Reason }) {
  const { t, refusal } = useTexts()
  return (
    <div className="book-no" role="alert">
      <strong>{refusal(reason)}</strong>
      <p>{t(`book.todo.${told.has(reason) ? reason : 'other'}`)}</p>
    </div>
  )
}

const told: ReadonlySet<string> = new Set([
  'slotFull',
  'slotInThePast',
  'unknownSlot',
  'tooLateToChange',
  'unknownAppointment',
  'tooManyTries',
  'alreadyCheckedIn',
  'appointmentOver',
  'tooMuch',
])
