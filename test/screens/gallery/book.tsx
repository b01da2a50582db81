import type { Appointment } from '@jiaohao/core/contract/appointment-routes.ts'
import { type BookProps, BookScreen } from '@jiaohao/kiosk/screens/book/book-screen.tsx'
import type { BookStep, Days, Offer } from '@jiaohao/kiosk/screens/book/step.ts'
import { AccessibleMode } from '@jiaohao/screen/accessible.tsx'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import '@jiaohao/screen/theme.css'

const nowMs = Date.parse('2026-03-11T08:30:00+08:00')
const dayMs = 86_400_000
const nine = Date.parse('2026-03-11T09:00:00+08:00')

const service = (id: string, name: string, nameEn: string, department: string) => ({
  id,
  name,
  nameEn,
  department,
  where: '1 楼 A 区',
  bring: ['身份证原件', '社会保障卡'],
})
const offer: Offer = {
  nowMs,
  hall: {
    name: '滨江区政务服务中心',
    nameEn: 'Binjiang District Government Service Centre',
    notice: '本周六（3 月 14 日）上午 8:30–12:00 照常办理业务，下午不开放。',
    timeZone: 'Asia/Shanghai',
  },
  daysAhead: 14,
  cutOffMinutes: 60,
  earlyMinutes: 30,
  graceMinutes: 15,
  services: [
    service('social', '社会保险业务', 'Social insurance', '人力资源和社会保障局'),
    service('house', '不动产登记', 'Real estate registration', '自然资源局'),
    service(
      'long',
      '城乡居民基本养老保险关系转移接续与待遇领取资格认证及重复缴费清退综合办理业务',
      '',
      '人力资源和社会保障局',
    ),
  ],
}

const days: Days = Array.from({ length: 10 }, (_, i) => ({
  day: new Date(nine + i * dayMs).toISOString().slice(0, 10),
  slots:
    i === 3 || i === 4
      ? []
      : Array.from({ length: 8 }, (_slot, k) => {
          const fromMs = nine + i * dayMs + (k < 6 ? k : k + 4) * 1_800_000
          return { fromMs, toMs: fromMs + 1_800_000, left: i === 1 ? 0 : (k * 3 + i) % 5 }
        }),
}))

const mine: Appointment = {
  code: '7KHQ3MWA',
  secret: 'Qm9yZWFsaXMxMjM0NTY3',
  serviceId: 'social',
  serviceName: '社会保险业务',
  serviceNameEn: 'Social insurance',
  where: '1 楼 A 区',
  bring: ['身份证原件', '社会保障卡'],
  fromMs: nine + dayMs,
  toMs: nine + dayMs + 1_800_000,
  status: 'booked',
  changeUntilMs: nine + dayMs - 3_600_000,
  cancelUntilMs: nine + dayMs,
  checkInFromMs: nine + dayMs - 1_800_000,
  keptUntilMs: nine + dayMs + 2_700_000,
  open: true,
  qr: 'http://192.168.10.5:8080/book#7KHQ3MWA.Qm9yZWFsaXMxMjM0NTY3',
  ticket: null,
}
const slots = { is: 'slots', serviceId: 'social', change: null, days, asking: false, refused: null } as const
const ticket = { number: 'A042', url: 'http://192.168.10.5:8080/phone#2026-03-12-42.Qm9' }

const states: Record<string, Partial<BookProps> & { step?: BookStep }> = {
  services: {},
  none: { offer: { ...offer, services: [] } },
  loading: { offer: null },
  trouble: { troubleSinceMs: nowMs - 20_000 },
  slots: { step: slots },
  slotsFull: { step: { ...slots, refused: 'slotFull' } },
  slotsNone: { step: { ...slots, days: [] } },
  slotsLong: { step: { ...slots, serviceId: 'long' } },
  moving: { step: { ...slots, change: mine } },
  mine: { step: { is: 'mine', appointment: mine } },
  mineToday: { step: { is: 'mine', appointment: { ...mine, changeUntilMs: nowMs - 1 } } },
  mineClosed: { step: { is: 'mine', appointment: { ...mine, open: false } } },
  mineRefused: { step: { is: 'mine', appointment: mine, refused: 'tooLateToChange' } },
  checkedIn: { step: { is: 'mine', appointment: { ...mine, status: 'checkedIn', ticket } } },
  cancelled: { step: { is: 'mine', appointment: { ...mine, status: 'cancelled' } } },
  lapsed: { step: { is: 'mine', appointment: { ...mine, status: 'lapsed' } } },
  finding: { step: { is: 'finding', asking: false, refused: null } },
  findingNot: { step: { is: 'finding', asking: false, refused: 'unknownAppointment' } },
  locked: { step: { is: 'finding', asking: false, refused: 'tooManyTries' } },
}

/** `?state=` a name of these, `&lang=en`, `&accessible`. */
function Shown({ begin }: { begin: Partial<BookProps> & { step?: BookStep } }) {
  const [step, setStep] = useState<BookStep>(begin.step ?? { is: 'services' })
  return (
    <BookScreen
      offer={offer}
      troubleSinceMs={null}
      nowMs={nowMs}
      onService={(serviceId) => setStep({ ...slots, serviceId })}
      onSlot={() => setStep({ is: 'mine', appointment: mine })}
      onChange={(change) => setStep({ ...slots, change })}
      onCancel={() => setStep({ is: 'mine', appointment: { ...mine, status: 'cancelled' } })}
      onFind={() => setStep({ is: 'finding', asking: false, refused: 'unknownAppointment' })}
      onStep={setStep}
      {...begin}
      step={step}
    />
  )
}

const name = new URLSearchParams(location.search).get('state') ?? 'services'
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Texts texts={openTexts()}>
      <AccessibleMode>
        <Shown begin={states[name] ?? {}} />
      </AccessibleMode>
    </Texts>,
  )
}
