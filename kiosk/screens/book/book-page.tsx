import { type Appointment, appointmentRoutes as routes } from '@jiaohao/core/contract/appointment-routes.ts'
import { bookingInQr, codeIn } from '@jiaohao/core/queue/booking-code.ts'
import { isRefusal } from '@jiaohao/screen/call-route.ts'
import { newId } from '@jiaohao/screen/new-id.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useState } from 'react'
import { BookScreen } from './book-screen.tsx'
import type { BookStep, Days, Offer } from './step.ts'
import { untilAnswered } from './until-answered.ts'

type Shown = { code: string; secret?: string }

/** Booking, connected: asks the hub by plain HTTP, and keeps the booking in the page's address. */
export function BookPage() {
  const { language } = useTexts()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [step, setStep] = useState<BookStep>({ is: 'services' })
  const [troubleSinceMs, setTrouble] = useState<number | null>(null)

  useEffect(() => {
    let gone = false
    void untilAnswered(routes.bookable, {}, setTrouble, () => gone).then((reply) => {
      if (reply !== 'gone' && !isRefusal(reply)) setOffer(reply)
    })
    return () => {
      gone = true
    }
  }, [])

  const show = (appointment: Appointment) => {
    history.replaceState(null, '', `#${appointment.code}.${appointment.secret}`)
    setStep({ is: 'mine', appointment })
  }

  const find = async (shown: Shown) => {
    setStep({ is: 'finding', asking: true, refused: null })
    const reply = await untilAnswered(routes.findAppointment, { body: shown }, setTrouble)
    if (reply === 'gone') return
    if (isRefusal(reply)) setStep({ is: 'finding', asking: false, refused: reply.refused })
    else show(reply)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page opens
  useEffect(() => {
    const shown = bookingInQr(location.hash)
    if (shown) void find(shown)
  }, [])

  const look = async (serviceId: string, change: Appointment | null, refused: BookStep['refused'] = null) => {
    const choosing = { is: 'slots', serviceId, change, asking: false, refused } as const
    setStep({ ...choosing, days: null })
    const reply = await untilAnswered(routes.slots, { query: { serviceId } }, setTrouble)
    if (reply === 'gone') return
    if (isRefusal(reply)) setStep({ is: 'services', refused: reply.refused })
    else setStep({ ...choosing, days: reply.days })
  }

  const choose = async (
    { serviceId, change, days }: { serviceId: string; change: Appointment | null; days: Days },
    fromMs: number,
  ) => {
    setStep({ is: 'slots', serviceId, change, days, asking: true, refused: null })
    const reply = change
      ? await untilAnswered(
          routes.changeAppointment,
          { body: { id: newId(), code: change.code, secret: change.secret, fromMs } },
          setTrouble,
        )
      : await untilAnswered(routes.book, { body: { id: newId(), serviceId, fromMs, language } }, setTrouble)
    if (reply === 'gone') return
    if (isRefusal(reply)) void look(serviceId, change, reply.refused)
    else show(reply)
  }

  const cancel = async (appointment: Appointment) => {
    const { code, secret } = appointment
    setStep({ is: 'mine', appointment, asking: true })
    const reply = await untilAnswered(
      routes.cancelAppointment,
      { body: { id: newId(), code, secret } },
      setTrouble,
    )
    if (reply === 'gone') return
    if (isRefusal(reply)) setStep({ is: 'mine', appointment, refused: reply.refused })
    else show(reply)
  }

  return (
    <BookScreen
      offer={offer}
      step={step}
      troubleSinceMs={troubleSinceMs}
      nowMs={Date.now()}
      onService={(serviceId) => void look(serviceId, null)}
      onSlot={(choosing, fromMs) => void choose(choosing, fromMs)}
      onChange={(appointment) => void look(appointment.serviceId, appointment)}
      onCancel={(appointment) => void cancel(appointment)}
      onFind={(typed) => {
        const code = codeIn(typed)
        if (code) void find({ code })
        else setStep({ is: 'finding', asking: false, refused: 'unknownAppointment' })
      }}
      onStep={(next) => {
        if (next.is === 'services') history.replaceState(null, '', location.pathname + location.search)
        setStep(next)
      }}
    />
  )
}
