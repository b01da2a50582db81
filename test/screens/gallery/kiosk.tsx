import type { Refused } from '@jiaohao/core/queue/refused.ts'
import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
import { type KioskProps, KioskScreen } from '@jiaohao/kiosk/screens/kiosk-screen.tsx'
import { AccessibleMode } from '@jiaohao/screen/accessible.tsx'
import { PairingScreen } from '@jiaohao/screen/pairing-screen.tsx'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { crowded, empty, evening, few, noon, nowMs, ordinary, taken } from './kiosk-views.ts'
import '@jiaohao/screen/theme.css'

const number = (hand: 'paper' | 'screen', of = 'A042'): KioskProps['step'] => ({
  is: 'number',
  ticketId: '2026-03-11-42',
  number: of,
  hand,
})
const sheet = (change: object = {}, serviceId = 's0'): KioskProps['step'] => ({
  is: 'sheet',
  serviceId,
  chosen: [],
  asking: false,
  refused: null,
  ...change,
})
const trouble = (name: 'paperOut' | 'coverOpen' | 'offline' | 'error'): KioskProps['paper'] => ({
  is: 'trouble',
  trouble: name,
  sinceMs: nowMs - 120_000,
})
const giving = (here: KioskView['taken'] = []): KioskView => ({
  ...ordinary,
  taken: here,
  offline: { is: 'giving', sinceMs: nowMs - 1_080_000, untilMs: nowMs + 13_000_000 },
})
const lost = { slip: 'failed', why: 'paperOut', confirmByMs: nowMs + 18_000 } as const
const elsewhere = { ...ordinary, otherKiosks: [{ name: '2号取号机', zone: '一楼西厅' }] }
const reprinting = {
  ...taken(lost),
  toPrint: [{ ticketId: '2026-03-11-42' }] as never,
}

const checkIn = (refused: Refused | null, asking = false): KioskProps['step'] => ({
  is: 'checkIn',
  asking,
  refused,
})
const slot = { fromMs: nowMs - 600_000, toMs: nowMs + 1_200_000 }
const standing = (now: KioskView['hall']['standing']): KioskView => ({
  ...ordinary,
  hall: { ...ordinary.hall, standing: now },
})

const withCards: KioskView = {
  ...ordinary,
  services: ordinary.services.map((each) => ({ ...each, identity: 'required' })),
}

const states: Record<string, Partial<KioskProps>> = {
  ordinary: {},
  crowded: { view: crowded },
  few: { view: few },
  empty: { view: empty },
  noon: { view: noon },
  evening: { view: evening },
  evacuated: { view: standing({ is: 'evacuated', sinceMs: nowMs }) },
  paused: {
    view: {
      ...standing({ is: 'paused', reason: '供电检修', sinceMs: nowMs }),
      services: ordinary.services.map((each) => ({ ...each, shut: 'hallPaused', because: '供电检修' })),
    },
  },
  loading: { view: null },
  away: { awaySinceMs: nowMs - 65_000 },
  giving: { view: giving() },
  givingSheet: { view: giving(), step: sheet() },
  givingNumber: {
    view: giving([
      { ...(taken({}).taken[0] as KioskView['taken'][number]), number: 'AK001', ahead: null, wait: null },
    ]),
    step: number('paper', 'AK001'),
  },
  givingOver: {
    view: { ...ordinary, offline: { is: 'stopped', sinceMs: nowMs - 14_460_000, because: 'offlineOver' } },
  },
  nearEnd: { paper: { is: 'ready', nearEnd: true } },
  paperOut: { paper: trouble('paperOut'), view: elsewhere },
  sheetPaperOut: { paper: trouble('paperOut'), view: elsewhere, step: sheet() },
  offline: { paper: trouble('offline') },
  sheet: { step: sheet() },
  sheetLong: { view: crowded, step: sheet({}, 's1') },
  sheetFew: { view: few, step: sheet() },
  sheetShut: { step: sheet({}, 's3') },
  sheetNoon: { view: noon, step: sheet({}, 's3') },
  sheetAsking: { step: sheet({ asking: true }) },
  sheetRefused: { step: sheet({ refused: 'queueFull' }) },
  sheetNoPaper: { paper: { is: 'none' }, step: sheet() },
  printing: { view: taken({ slip: 'underWay' }), step: number('paper') },
  printingSlow: { view: taken({ slip: 'underWay', issuedAtMs: nowMs - 20_000 }), step: number('paper') },
  take: { view: taken({}), step: number('paper') },
  takeAway: { view: taken({}), step: number('paper'), awaySinceMs: nowMs - 65_000 },
  six: { view: { ...ordinary, services: ordinary.services.slice(0, 6) } },
  remember: { view: taken({}), step: number('screen') },
  long: { view: taken({ number: 'AB1042', url: '' }), step: number('paper', 'AB1042') },
  failed: { view: taken(lost), step: number('paper') },
  unknown: { view: taken({ ...lost, slip: 'unknown' }), step: number('paper') },
  reprinting: { view: reprinting, step: number('paper') },
  checkIn: { step: checkIn(null) },
  checkInAsking: { step: checkIn(null, true) },
  checkInUnknown: { step: checkIn({ refused: 'unknownAppointment' }) },
  checkInEarly: { step: checkIn({ refused: 'tooEarly', atMs: nowMs + 3_600_000 }) },
  checkInOtherDay: { step: checkIn({ refused: 'notToday', atMs: nowMs + 90_000_000 }) },
  checkInOver: { step: checkIn({ refused: 'appointmentOver' }) },
  checkedIn: { view: taken({ appointment: { ...slot, late: false } }), step: number('paper') },
  checkedInLate: { view: taken({ appointment: { ...slot, late: true } }), step: number('paper') },
  held: {
    step: { is: 'number', ticketId: '2026-03-11-42', number: 'A042', hand: 'screen', told: 'held' },
  },
  cardWanted: { view: withCards, step: sheet({}, 's1') },
  cardRead: { view: withCards, step: sheet({}, 's1'), card: '110***********1234' },
  checkedInAgain: {
    view: taken({ appointment: { ...slot, late: false } }),
    step: { is: 'number', ticketId: '2026-03-11-42', number: 'A042', hand: 'screen', told: 'again' },
  },
  void: { view: taken({ slip: 'void' }), step: number('paper') },
}

const pairing: Record<string, ReactNode> = {
  pairing: <PairingScreen kind="kiosk" stage={{ is: 'shown', code: '483920' }} />,
  pairingAway: <PairingScreen kind="kiosk" stage={{ is: 'away' }} />,
  otherVersion: <PairingScreen kind="kiosk" stage={{ is: 'otherVersion' }} />,
}

/** `?state=` a name of these, `&lang=en`, `&accessible`. */
function Shown({ name, begin }: { name: string; begin: Partial<KioskProps> }) {
  const [step, setStep] = useState<KioskProps['step']>(begin.step ?? { is: 'choose' })
  return (
    <KioskScreen
      view={ordinary}
      nowMs={nowMs}
      paper={{ is: 'ready', nearEnd: false }}
      awaySinceMs={null}
      card={null}
      {...begin}
      step={step}
      onStep={setStep}
      onTake={() => setStep(name === 'remember' ? number('screen') : number('paper'))}
      onCode={() => setStep(number('paper'))}
      onSend={() => Promise.resolve({ done: { seq: 1 } })}
      onBegin={() => setStep({ is: 'choose' })}
    />
  )
}

const name = new URLSearchParams(location.search).get('state') ?? 'ordinary'
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Texts texts={openTexts()}>
      <AccessibleMode>{pairing[name] ?? <Shown name={name} begin={states[name] ?? {}} />}</AccessibleMode>
    </Texts>,
  )
}
