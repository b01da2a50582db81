import type { AppointmentRow } from '@jiaohao/core/contract/appointment-routes.ts'
import { nowMs } from './console-today.ts'

const half = 1_800_000
const codes = ['7KHQ3MWA', 'C4TFYX9R', 'GDPQ37HK', 'MWAC4TFY', 'X9RGDPQ3', 'NVJE6A7C']

/** One of each state, as a supervisor sees them. */
export const booked: AppointmentRow[] = codes.map((code, i) => ({
  n: i + 1,
  code,
  serviceId: i % 2 === 0 ? 's0' : 's2',
  fromMs: nowMs + (i - 3) * half,
  toMs: nowMs + (i - 2) * half,
  status: (['checkedIn', 'checkedIn', 'lapsed', 'cancelled', 'booked', 'booked'] as const)[i] ?? 'booked',
  late: i === 1,
  number: i < 2 ? `A00${i + 1}` : null,
  masked: i === 4 ? '110***********1234' : '',
  bookedBy: i === 5 ? 'staff:p8' : 'public',
}))

export const slots = {
  nowMs,
  days: [
    {
      day: '2026-03-11',
      slots: [1, 2, 3].map((k) => ({
        fromMs: nowMs + k * half,
        toMs: nowMs + (k + 1) * half,
        left: (k * 2) % 5,
      })),
    },
  ],
}
