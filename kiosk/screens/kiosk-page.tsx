import { bookingInQr, codeIn } from '@jiaohao/core/queue/booking-code.ts'
import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import type { Need } from '@jiaohao/core/queue/need.ts'
import { usualLanguage } from '@jiaohao/core/text/language.ts'
import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub, useLinkState, useLocal, useNow, usePresented, useView } from '@jiaohao/screen/use-hub.tsx'
import { useEffect, useState } from 'react'
import { awaySinceMs } from './away-since.ts'
import type { Choosable } from './guide/chosen.ts'
import { KioskScreen } from './kiosk-screen.tsx'
import { paperOf } from './paper.ts'
import { type Step, unconfirmed } from './step.ts'
import { useIdle } from './use-idle.ts'

const idleSeconds = 45

/** The kiosk connected: follows its view and asks the hall for numbers. */
export function KioskPage() {
  const hub = useHub()
  const local = useLocal()
  const link = useLinkState()
  const { view } = useView({ view: 'kiosk' })
  const nowMs = useNow()
  const { language, speak } = useTexts()
  const [step, setStep] = useState<Step>({ is: 'choose' })
  const accessible = useAccessible()
  const paper = paperOf(local)

  const begin = () => {
    setStep({ is: 'choose' })
    accessible.turn(false)
    speak(usualLanguage)
  }
  const changed = accessible.on || language !== usualLanguage
  useIdle(step.is === 'choose' && changed ? idleSeconds : null, 'choose', begin)

  const left = step.is === 'choose' && view ? unconfirmed(view, nowMs) : undefined
  useEffect(() => {
    if (left) setStep({ is: 'number', ticketId: left.ticketId, number: left.number, hand: 'screen' })
  }, [left])

  const take = async (
    serviceId: string,
    priorityClass: { id: string; name: string } | null,
    needs: Need[],
    chosen: readonly Choosable[],
  ) => {
    setStep({ is: 'sheet', serviceId, chosen, asking: true, refused: null })
    const hand = paper.is === 'ready' ? 'paper' : 'screen'
    const answer = await hub.send({
      command: 'takeTicket',
      serviceId,
      paper: hand === 'paper',
      language,
      ...(needs.length > 0 && { needs }),
      ...(chosen.length > 0 && { itemIds: chosen.map(({ id }) => id) }),
      ...(priorityClass && { priority: { classId: priorityClass.id, ground: priorityClass.name } }),
    })
    if ('refused' in answer) {
      setStep({ is: 'sheet', serviceId, chosen, asking: false, refused: answer.refused })
    } else {
      const { ticketId = '', number = '' } = answer.done
      setStep({ is: 'number', ticketId, number, hand })
    }
  }

  const checkIn = async (by: CommandOf<'checkIn'>['by']) => {
    setStep({ is: 'checkIn', asking: true, refused: null })
    const hand = paper.is === 'ready' ? 'paper' : 'screen'
    // Left alone, the machine's language says nothing of the citizen's: the booking's own does.
    const spoken = language === usualLanguage ? {} : { language }
    const answer = await hub.send({ command: 'checkIn', by, paper: hand === 'paper', ...spoken })
    if ('refused' in answer) return setStep({ is: 'checkIn', asking: false, refused: answer })
    const { ticketId = '', number = '', again, late } = answer.done
    const told = again ? 'again' : late ? 'late' : undefined
    setStep({ is: 'number', ticketId, number, hand: again ? 'screen' : hand, ...(told && { told }) })
  }

  /** Held to an idle kiosk a booking checks in at once; a card does where check-in was asked for. */
  usePresented((what) => {
    if (!view?.checkIn || step.is === 'number' || (step.is === 'checkIn' && step.asking)) return
    if (what.kind === 'code') {
      const typed = codeIn(what.text)
      const shown = bookingInQr(what.text) ?? (typed && { code: typed })
      if (shown) void checkIn({ is: 'code', ...shown })
    } else if (what.kind === 'card' && step.is === 'checkIn') void checkIn({ is: 'card', hash: what.hash })
  })

  return (
    <KioskScreen
      view={view}
      nowMs={nowMs}
      paper={paper}
      awaySinceMs={awaySinceMs(link, local, nowMs)}
      step={step}
      onStep={setStep}
      onTake={(...chosen) => void take(...chosen)}
      onCode={(code) => void checkIn({ is: 'code', code })}
      onSend={(command) => hub.send(command)}
      onBegin={begin}
    />
  )
}
