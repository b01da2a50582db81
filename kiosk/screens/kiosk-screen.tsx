import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Need } from '@jiaohao/core/queue/need.ts'
import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
import { LeaveNow } from '@jiaohao/screen/leave-now.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { AwayNotice, AwayStrip } from './away-notice.tsx'
import { CheckIn } from './check-in/check-in.tsx'
import { ChooseService } from './choose-service.tsx'
import type { Choosable } from './guide/chosen.ts'
import { Guide } from './guide/guide.tsx'
import { KioskBar } from './kiosk-bar.tsx'
import { NumberTaken } from './number-taken.tsx'
import type { Paper } from './paper.ts'
import { ServiceSheet } from './service-sheet.tsx'
import type { Step } from './step.ts'
import './kiosk-screen.css'

export interface KioskProps {
  view: KioskView | null
  nowMs: number
  paper: Paper
  awaySinceMs: number | null
  step: Step
  /** The card laid on for the sheet that is open, masked. */
  card: string | null
  onStep(step: Step): void
  onTake(
    serviceId: string,
    priorityClass: { id: string; name: string } | null,
    needs: Need[],
    chosen: readonly Choosable[],
  ): void
  /** The code of a booking was typed. */
  onCode(code: string): void
  onSend(command: Command): Promise<Answer>
  /** Back to the start, for the next citizen. */
  onBegin(): void
}

/** The whole kiosk as a function of its view and the citizen's step. */
export function KioskScreen(props: KioskProps) {
  const { view, nowMs, paper } = props
  if (view?.hall.standing.is === 'evacuated') return <LeaveNow />
  const givingSinceMs = view?.offline?.is === 'giving' ? view.offline.sinceMs : null
  return (
    <div className="kiosk">
      <KioskBar
        hall={view?.hall ?? null}
        nowMs={nowMs}
        nearEnd={paper.is === 'ready' && paper.nearEnd}
        givingSinceMs={givingSinceMs}
      />
      <main className="kiosk-body">{bodyOf(props)}</main>
    </div>
  )
}

function bodyOf(props: KioskProps) {
  const { view, nowMs, paper, step, onStep, onTake, onCode, onSend, onBegin } = props
  const offline = view?.offline
  const awaySinceMs = offline ? (offline.is === 'giving' ? null : offline.sinceMs) : props.awaySinceMs
  if (!view) return awaySinceMs === null ? <Starting /> : <AwayNotice sinceMs={awaySinceMs} timeZone={null} />
  if (step.is === 'number') {
    return (
      <>
        {awaySinceMs !== null && <AwayStrip sinceMs={awaySinceMs} timeZone={view.hall.timeZone} />}
        <NumberTaken key={step.ticketId} {...{ view, step, nowMs, onStep, onSend, onBegin }} />
      </>
    )
  }
  if (awaySinceMs !== null) {
    const because = offline?.is === 'stopped' ? offline.because : null
    return <AwayNotice sinceMs={awaySinceMs} timeZone={view.hall.timeZone} because={because} />
  }
  if (step.is === 'checkIn') {
    return (
      <CheckIn
        timeZone={view.hall.timeZone}
        asking={step.asking}
        refused={step.refused}
        onCode={onCode}
        onTyping={() => onStep({ ...step, refused: null })}
        onTake={() => onStep({ is: 'choose' })}
        onBack={onBegin}
      />
    )
  }
  const service = step.is === 'sheet' && view.services.find(({ id }) => id === step.serviceId)
  if (step.is === 'sheet' && service) {
    return (
      <ServiceSheet
        key={service.id}
        service={service}
        queueKnown={!offline}
        card={props.card}
        priorityClasses={view.priorityClasses}
        paper={paper}
        otherKiosks={view.otherKiosks}
        together={view.guide.together}
        chosen={step.chosen}
        asking={step.asking}
        refused={step.refused}
        onTake={(...wished) => onTake(service.id, ...wished)}
        onBack={() => onStep({ is: 'choose' })}
      />
    )
  }
  const toSheet = (serviceId: string, chosen: readonly Choosable[]) =>
    onStep({ is: 'sheet', serviceId, chosen, asking: false, refused: null })
  if (step.is === 'guide') {
    return <Guide view={view} paper={paper} onSend={onSend} onTake={toSheet} onBack={onBegin} />
  }
  return (
    <ChooseService
      view={view}
      paper={paper}
      onChoose={(serviceId) => toSheet(serviceId, [])}
      onGuide={() => onStep({ is: 'guide' })}
      onCheckIn={() => onStep({ is: 'checkIn', asking: false, refused: null })}
    />
  )
}

function Starting() {
  const { t } = useTexts()
  return (
    <p className="kiosk-starting" role="status">
      {t('kiosk.loading')}
    </p>
  )
}
