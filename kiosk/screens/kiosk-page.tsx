import { bookingInQr, codeIn } from '@jiaohao/core/queue/booking-code.ts'
import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import type { Need } from '@jiaohao/core/queue/need.ts'
import { usualLanguage } from '@jiaohao/core/text/language.ts'
import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
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
  const [card, setCard] = useState<Card | null>(null)
  const paper = paperOf(local)

  const begin = () => {
    setCard(null)
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
      ...(card && asksCard(view, serviceId) && { identity: card }),
      ...(priorityClass && { priority: { classId: priorityClass.id, ground: priorityClass.name } }),
    })
    setCard(null)
    if ('refused' in answer && answer.holds) {
      setStep({ is: 'number', ...answer.holds, hand: 'screen', told: 'held' })
    } else if ('refused' in answer) {
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

  /** Held to an idle kiosk a booking checks in at once; a card does where check-in was asked for, and tells a sheet whose number it will be. */
  usePresented((what) => {
    if (what.kind === 'card' && step.is === 'sheet' && !step.asking && asksCard(view, step.serviceId)) {
      return setCard({ hash: what.hash, masked: what.masked })
    }
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
      card={card?.masked ?? null}
      onStep={(next) => {
        setCard(null)
        setStep(next)
      }}
      onTake={(...chosen) => void take(...chosen)}
      onCode={(code) => void checkIn({ is: 'code', code })}
      onSend={(command) => hub.send(command)}
      onBegin={begin}
    />
  )
}

type Card = NonNullable<CommandOf<'takeTicket'>['identity']>

const asksCard = (view: KioskView | null, serviceId: string): boolean =>
  view?.services.some(({ id, identity }) => id === serviceId && identity !== 'none') ?? false
