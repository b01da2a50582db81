import type { PhoneView } from '@jiaohao/core/views/phone.ts'
import { type PhoneProps, PhoneScreen } from '@jiaohao/kiosk/screens/phone-screen.tsx'
import { AccessibleMode } from '@jiaohao/screen/accessible.tsx'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { createRoot } from 'react-dom/client'
import '@jiaohao/screen/theme.css'

const nowMs = Date.parse('2026-03-11T10:30:00+08:00')

const waiting: PhoneView = {
  view: 'phone',
  hall: {
    name: '滨江区政务服务中心',
    nameEn: 'Binjiang District Government Service Centre',
    notice: '本周六（3 月 14 日）上午 8:30–12:00 照常办理业务，下午不开放。',
    timeZone: 'Asia/Shanghai',
    standing: { is: 'open' },
  },
  ticketId: '2026-03-11-42',
  number: 'A042',
  serviceName: '社会保险业务',
  where: '1 楼 A 区',
  at: 'waiting',
  issuedAtMs: nowMs - 600_000,
  appointment: null,
  ahead: 12,
  wait: { low: 24, high: 40 },
  counterNo: null,
  calls: 0,
  journey: null,
  needs: [],
  toRate: [],
}
const called: PhoneView = { ...waiting, at: 'called', counterNo: '3', calls: 1, ahead: 0, wait: null }
const leg = { leg: 0, serviceName: '社会保险业务', counterNo: '3', rated: false }

const states: Record<string, Partial<PhoneProps>> = {
  waiting: {},
  soon: { view: { ...waiting, ahead: 2, wait: { low: 3, high: 9 } } },
  next: { view: { ...waiting, ahead: 0, wait: { low: 0, high: 4 } } },
  crowded: {
    view: {
      ...waiting,
      number: 'AB1042',
      ahead: 200,
      wait: { low: 400, high: 604 },
      serviceName: '城乡居民基本养老保险关系转移接续与待遇领取资格认证及重复缴费清退综合办理业务',
    },
  },
  away: { awaySinceMs: nowMs - 65_000 },
  issuing: { view: { ...waiting, at: 'issuing' } },
  called: { view: called },
  recalled: { view: { ...called, calls: 2 } },
  calledAway: { view: called, awaySinceMs: nowMs },
  serving: { view: { ...called, at: 'serving' } },
  held: { view: { ...called, at: 'held' } },
  missed: { view: { ...called, at: 'missed' } },
  finished: { view: { ...called, at: 'finished', toRate: [leg] } },
  rated: { view: { ...called, at: 'finished', toRate: [{ ...leg, rated: true }] } },
  cancelled: { view: { ...waiting, at: 'cancelled' } },
  expired: { view: { ...waiting, at: 'expired' } },
  void: { view: { ...waiting, at: 'void' } },
  evacuated: {
    view: { ...waiting, hall: { ...waiting.hall, standing: { is: 'evacuated', sinceMs: nowMs } } },
  },
  paused: {
    view: {
      ...waiting,
      hall: { ...waiting.hall, standing: { is: 'paused', reason: '供电检修', sinceMs: nowMs } },
    },
  },
  loading: { view: null },
  lost: { view: null, lost: true },
  refused: {
    view: { ...called, at: 'finished', toRate: [leg] },
    onRate: () => Promise.resolve({ refused: 'ratingClosed' }),
    onCancel: () => Promise.resolve({ refused: 'ticketNotWaiting' }),
  },
}

/** `?state=` a name of these, `&lang=en`, `&accessible`. */
const name = new URLSearchParams(location.search).get('state') ?? 'waiting'
const done = () => Promise.resolve({ done: { seq: 1 } })
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Texts texts={openTexts()}>
      <AccessibleMode>
        <PhoneScreen
          view={waiting}
          lost={false}
          awaySinceMs={null}
          onCancel={done}
          onNeeds={done}
          onRate={done}
          onExplain={done}
          {...states[name]}
        />
      </AccessibleMode>
    </Texts>,
  )
}
