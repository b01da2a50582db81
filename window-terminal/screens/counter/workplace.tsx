import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { Local } from '@jiaohao/core/contract/socket.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import type { LinkState } from '@jiaohao/screen/hub.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { AlarmLine } from './alarm-line.tsx'
import { alarms } from './alarms.ts'
import { EmergencyPanel } from './emergency-panel.tsx'
import { HallAlarmLine } from './hall-alarm-line.tsx'
import { Help } from './help.tsx'
import { Hero } from './hero.tsx'
import { HoldPanel } from './hold-panel.tsx'
import type { Keypad } from './keypad-panel.tsx'
import { focusNextList, Lists } from './lists.tsx'
import { PausePanel } from './pause-panel.tsx'
import { StandingLine } from './standing-line.tsx'
import { ToldLine } from './told-line.tsx'
import { type Leaving, TopBar } from './top-bar.tsx'
import { TransferPanel } from './transfer-panel.tsx'
import type { Desk } from './use-desk.ts'
import { useKeypadVerbs } from './use-keypad-verbs.ts'
import { useKeys } from './use-keys.ts'
import { VerbKeys } from './verb-keys.tsx'
import { verbFor } from './verbs.ts'
import './workplace.css'

export interface WorkplaceProps {
  view: CounterView
  nowMs: number
  clerkName: string
  link: LinkState
  local: Local | null
  /** Those of the hall that this page tells. */
  hallAlarms: StandingAlarm[]
  desk: Desk
  leaving: Leaving
  /** A supervisor, who may stop the whole hall. */
  leads: boolean
}

/** The clerk's page at an open counter: the ticket and its verbs on the left, the lists or a verb's question on the right. */
export function Workplace({
  view,
  nowMs,
  clerkName,
  link,
  local,
  hallAlarms,
  desk,
  leaving,
  leads,
}: WorkplaceProps) {
  const keypad = useKeypadVerbs(view, desk)
  useKeys((key, event) => {
    const verb = verbFor(key, event.shiftKey, view.sign.state)
    if (verb) desk.press(verb)
    else if (key === 'F9') focusNextList(document)
    else if (key === '?') desk.open(desk.panel === 'help' ? null : 'help')
    else if (key === 'Escape' && desk.panel) desk.open(null)
    else if (key === 'z' && event.ctrlKey && desk.told?.undo) desk.undoMiss(desk.told.undo)
    else return false
    return true
  })
  const emergency = () => desk.open(desk.panel === 'emergency' ? null : 'emergency')
  return (
    <div className="workplace">
      <TopBar
        {...{ view, nowMs, clerkName, link, local, leaving }}
        onHelp={() => desk.open('help')}
        onEmergency={emergency}
      />
      <main>
        <StandingLine view={view} onEmergency={emergency} />
        <HallAlarmLine alarms={hallAlarms} nowMs={nowMs} />
        <AlarmLine found={alarms(view, nowMs)} />
        <Hero view={view} nowMs={nowMs} />
        <ToldLine desk={desk} />
        <VerbKeys view={view} nowMs={nowMs} desk={desk} />
        <Footer view={view} />
      </main>
      <aside>
        <Side view={view} nowMs={nowMs} desk={desk} keypad={keypad} leads={leads} />
      </aside>
    </div>
  )
}

function Side({
  view,
  nowMs,
  desk,
  keypad,
  leads,
}: {
  view: CounterView
  nowMs: number
  desk: Desk
  keypad: Keypad
  leads: boolean
}) {
  const ofTicket = desk.panel === 'hold' || desk.panel === 'transfer'
  switch (ofTicket && !view.current ? null : desk.panel) {
    case 'emergency':
      return <EmergencyPanel view={view} desk={desk} leads={leads} />
    case 'hold':
      return <HoldPanel view={view} desk={desk} />
    case 'transfer':
      return <TransferPanel view={view} desk={desk} />
    case 'pause':
      return <PausePanel view={view} desk={desk} />
    case 'help':
      return <Help keypad={keypad} onClose={() => desk.open(null)} />
    case null:
      return <Lists view={view} nowMs={nowMs} desk={desk} />
  }
}

/** Rated or not, never the level (E6). */
function Footer({ view }: { view: CounterView }) {
  const { t } = useTexts()
  const { lastRating } = view
  return (
    <p className="workplace-foot">
      <span data-rating={lastRating?.is ?? 'none'}>
        {lastRating
          ? t(`counter.rating.${lastRating.is}`, { number: lastRating.number })
          : t('counter.rating.none')}
      </span>
      <span>{t('counter.finishedHere', { count: view.finishedHere })}</span>
    </p>
  )
}
