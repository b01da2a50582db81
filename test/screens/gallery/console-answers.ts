import { noCalendar } from '@jiaohao/core/calendar/calendar-set-up.ts'
import { booked, slots } from './console-appointments.ts'
import { calendar, calendarVersions } from './console-calendar.ts'
import { inspected, untoldRows } from './console-devices.ts'
import { emptyHall, hallSetUp } from './console-hall.ts'
import {
  auditRows,
  emptyReport,
  estimates,
  legs,
  noEstimates,
  report,
  staff,
  toldWhy,
} from './console-records.ts'
import { brokenStations, wellStations } from './console-stations.ts'
import { nowMs } from './console-today.ts'

const states = [
  'calm',
  'crowded',
  'empty',
  'loading',
  'away',
  'stale',
  'refused',
  'invalid',
  'broken',
] as const
export type State = (typeof states)[number]
export const stateOf = (name: string): State => states.find((each) => each === name) ?? 'calm'

const reply = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const refuse = (refused: string, problems: object[] = []) => reply({ refused, problems }, 409)

let version = 12

/** What the hub would answer this state's page; writes succeed unless the state says otherwise. */
export async function answer(
  state: State,
  url: string,
  method: string,
  body: BodyInit | null | undefined,
): Promise<Response> {
  const path = url.replace(/\?.*/, '')
  if (state === 'loading' && path !== '/api/hall') return new Promise<Response>(() => undefined)
  if (state === 'away' && path !== '/api/hall') throw new TypeError('Failed to fetch')
  if (state === 'refused' && path !== '/api/hall') return refuse('notAllowed')
  if (method !== 'GET') return write(state, path, method, body)
  if (path.endsWith('/why')) return reply(toldWhy)
  if (path === '/api/hall') return reply({ version, hall: hallNow(state) })
  if (path.includes('/calendar/proposals/')) return refuse('unknownYear')
  if (path === '/api/calendar/versions') return reply(calendarVersions)
  if (path.endsWith('/versions')) {
    return reply(
      [12, 11, 10].map((each) => ({
        version: each,
        atMs: nowMs - (13 - each) * 86_400_000,
        who: 'staff:p8',
      })),
    )
  }
  if (/\/devices\/\w+$/.test(path)) return reply(inspected(state !== 'broken'))
  const replies: Record<string, unknown> = {
    '/api/staff': staff,
    '/api/stations': state === 'empty' ? [] : state === 'crowded' ? brokenStations : wellStations,
    '/api/pairings':
      state === 'crowded'
        ? [{ code: '483920', kind: 'kiosk', about: 'Chrome 109 · Windows', untilMs: nowMs + 540_000 }]
        : [],
    '/api/reports': state === 'empty' ? emptyReport : report,
    '/api/reports/estimates': state === 'empty' ? noEstimates : estimates,
    '/api/tickets': state === 'empty' || url.includes('after=46') ? [] : legs,
    '/api/appointments': state === 'empty' ? [] : booked,
    '/api/appointments/slots': slots,
    '/api/calendar': { version: 12, calendar: state === 'empty' ? noCalendar : calendar },
    '/api/alarms': state === 'crowded' ? untoldRows : [],
    '/api/audit': {
      rows: url.includes('before') ? [] : auditRows,
      chain: state === 'broken' ? 'broken' : 'whole',
    },
    '/api/health': { ok: true, saving: state !== 'broken', nowMs: Date.now(), seq: 48_211, version: '0.1.0' },
  }
  return reply(replies[path])
}

/** A small grey JPEG. */
const onePixel =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q=='

const hallNow = (state: State) => {
  if (state === 'empty') return emptyHall
  return version > 12 ? { ...hallSetUp, notice: '他人刚改的公告' } : hallSetUp
}

function write(state: State, path: string, method: string, body: BodyInit | null | undefined): Response {
  if (path === '/api/hall' && state === 'stale' && version === 12) {
    version = 13
    return refuse('stale')
  }
  if (state === 'invalid' && path === '/api/calendar/closures') {
    const problems = ['reason', 'approver'].map((field) => ({
      path: `closures.1.${field}`,
      problem: 'missing',
    }))
    return refuse('closureIncomplete', problems)
  }
  if (path.startsWith('/api/calendar')) return reply({ version: 13 })
  if (state === 'invalid') {
    return refuse('invalid', [
      { path: path === '/api/hall' ? 'hall.services.1.name' : 'login', problem: 'repeated' },
    ])
  }
  if (path === '/api/hall') {
    console.log('saved', body)
    version += 1
    return reply({ version })
  }
  if (path.endsWith('/password') || (path === '/api/staff' && method === 'POST')) {
    return reply({ id: 'p20', passwordToken: 'p3Xk9-vW2qLr0aPqZ' })
  }
  if (path.endsWith('/screenshot')) {
    if (path.includes('/w1/')) return refuse('noCamera')
    return reply({ jpeg: onePixel, atMs: nowMs })
  }
  if (path.endsWith('/test')) return reply({ result: 'failed', why: 'paperOut', detail: '' })
  if (path === '/api/stations') return reply({ id: 'k9' })
  return reply({ ok: true })
}
