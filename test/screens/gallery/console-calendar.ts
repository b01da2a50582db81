import type { CalendarSetUp } from '@jiaohao/core/calendar/calendar-set-up.ts'
import { year2026 } from '@jiaohao/core/calendar/year-2026.ts'
import { nowMs } from './console-today.ts'

export const calendar: CalendarSetUp = {
  years: [{ ...year2026, signedBy: { staffId: 'p8', name: '林主任', atMs: nowMs - 90 * 86_400_000 } }],
  drafts: [
    {
      year: 2027,
      rest: [{ day: '2027-01-01', name: '元旦' }],
      work: [{ day: '2027-02-06', name: '春节' }],
      source: '国务院办公厅关于2027年部分节假日安排的通知',
    },
  ],
  closures: [
    {
      id: 'power',
      fromDay: '2026-12-30',
      toDay: '2026-12-30',
      part: { from: '13:30', to: '17:30' },
      of: { is: 'hall' },
      reason: '供电检修',
      approver: '周主任',
      publishedOn: '2026-12-20',
    },
  ],
}

export const calendarVersions = [
  { version: 12, atMs: nowMs - 3_600_000, who: 'staff:p8', what: 'closures' },
  { version: 11, atMs: nowMs - 86_400_000, who: 'staff:p8', what: 'draft 2027' },
  { version: 10, atMs: nowMs - 90 * 86_400_000, who: 'staff:p8', what: 'sign 2026' },
]
