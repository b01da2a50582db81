import * as z from 'zod'
import { CalendarSetUp, ClosureAsked } from '../calendar/calendar-set-up.ts'
import { CalendarYear } from '../calendar/hall-calendar.ts'
import { Why } from '../queue/event.ts'
import { Hall } from '../queue/hall.ts'
import { id, plainText } from '../queue/plain-text.ts'
import { reasons } from '../queue/refused.ts'
import { type Role, roles } from '../queue/who.ts'
import { eachLanguage, languages, usualLanguage } from '../text/language.ts'
import { ViewAsk } from '../views/view.ts'
import { AlarmRow } from './alarms.ts'
import { appointmentRoutes } from './appointment-routes.ts'
import { EstimatesReport, WhatIfAsk, WhatIfReply } from './estimates.ts'
import { DeviceInspection, DeviceTest, DeviceTestResult, Screenshot } from './inspection.ts'
import {
  Guide,
  GuideAsk,
  GuideItem,
  GuideList,
  ImageUpload,
  ImportCommit,
  ImportFile,
  ImportPreview,
  ImportRow,
  ItemDraft,
  ItemFile,
  ItemRow,
  Revision,
  Written,
} from './items.ts'
import { DayOnRecord, ReplayPage } from './replay.ts'
import { route } from './route.ts'
import { Sent } from './socket.ts'
import { DeviceReport, StationSetUp } from './station.ts'

const administrators: readonly Role[] = ['administrator']
const overseers: readonly Role[] = ['supervisor', 'administrator', 'auditor']
const staff: readonly Role[] = roles

const ok = z.strictObject({ ok: z.literal(true) })
const ms = z.number()
const password = z.string().min(1).max(200)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** Every refusal over HTTP has this body; the status is 400 invalid, 401, 403, 404, 409 stale or 503 not saved. */
export const RefusedReply = z.object({
  refused: z.enum(reasons),
  message: eachLanguage(z.string()),
  problems: z
    .array(z.object({ path: z.string(), problem: z.string(), given: z.number().optional() }))
    .optional(),
  opens: z.object({ day, from: z.string() }).optional(),
  year: z.number().optional(),
  because: z.string().optional(),
  holds: z.object({ ticketId: z.string(), number: z.string() }).optional(),
  /** The instant the reason speaks of, where it does. */
  atMs: ms.optional(),
})

/** The hall as set up, without the clerks, who are staff accounts, the calendar, which is signed for itself, and the items, of which there may be thousands. */
export const HallSetUp = Hall.omit({
  clerks: true,
  calendar: true,
  items: true,
  id: true,
  offlineLetters: true,
})
export type HallSetUp = z.infer<typeof HallSetUp>

export const Me = z.object({
  staffId: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  idleMinutes: z.number(),
})
export type Me = z.infer<typeof Me>

const StaffSetUp = z.strictObject({
  login: z.string().regex(/^[a-z0-9._-]{2,32}$/, '2–32 of a–z 0–9 . _ -'),
  name: plainText(30),
  no: z.string().max(20).default(''),
  post: z.string().max(40).default(''),
  roles: z.array(z.enum(roles)).min(1),
  active: z.boolean().default(true),
  /** May call a number of their choice 选呼. */
  mayChoose: z.boolean().default(true),
})
export const Staff = StaffSetUp.extend({
  id: z.string(),
  lockedUntilMs: z.nullable(ms),
  signedInAtMs: z.nullable(ms),
})
export type Staff = z.infer<typeof Staff>

const StationReply = StationSetUp.extend({
  id: z.string(),
  pairedAtMs: ms,
  online: z.boolean(),
  seenAtMs: z.nullable(ms),
  deviceReports: z.array(DeviceReport),
})

/** Minutes as exact means with their n, median and 90th percentile; null where n is 0. */
export const Spread = z.object({
  n: z.number(),
  meanMs: z.nullable(ms),
  p50Ms: z.nullable(ms),
  p90Ms: z.nullable(ms),
  longestMs: z.nullable(ms),
})
export type Spread = z.infer<typeof Spread>

const ReportLine = z.object({
  /** '' in the total, else a service, counter or clerk id. */
  id: z.string(),
  name: z.string(),
  issued: z.number(),
  called: z.number(),
  finished: z.number(),
  missed: z.number(),
  cancelled: z.number(),
  expired: z.number(),
  /** Never called, of those issued. */
  abandoned: z.number(),
  wait: Spread,
  walk: Spread,
  service: Spread,
  stay: Spread,
  rateable: z.number(),
  rated: z.number(),
  /** Marks by level, 5 first: [非常满意, 满意, 基本满意, 不满意, 非常不满意]; null where n < 10 and the line is one clerk. */
  levels: z.nullable(z.array(z.number()).length(5)),
})
export type ReportLine = z.infer<typeof ReportLine>

/** What became of the bookings of these days, by the day of their slots; '' is the total. */
const AppointmentLine = z.object({
  id: z.string(),
  name: z.string(),
  booked: z.number(),
  cancelled: z.number(),
  checkedIn: z.number(),
  late: z.number(),
  noShow: z.number(),
})
export type AppointmentLine = z.infer<typeof AppointmentLine>

export const Report = z.object({
  from: day,
  to: day,
  total: ReportLine,
  services: z.array(ReportLine),
  counters: z.array(ReportLine),
  clerks: z.array(ReportLine),
  hours: z.array(
    z.object({ hour: z.number(), issued: z.number(), called: z.number(), meanWaitMs: z.nullable(ms) }),
  ),
  /** The total first, then by service; none where nothing was booked. */
  appointments: z.array(AppointmentLine),
  /** Opening time in which each device was ready, the worst first. */
  devices: z.array(
    z.object({
      stationId: z.string(),
      station: z.string(),
      deviceId: z.string(),
      kind: DeviceReport.shape.kind,
      openMs: ms,
      readyMs: ms,
      /** How often it went from ready to not. */
      faults: z.number(),
    }),
  ),
  /** Which formula made which figure, in words, zh-CN and en. */
  formulas: z.array(eachLanguage(z.string()).extend({ figure: z.string() })),
})
export type Report = z.infer<typeof Report>

const TicketRow = z.object({
  ticketId: z.string(),
  number: z.string(),
  leg: z.number(),
  serviceId: z.string(),
  counterId: z.nullable(z.string()),
  staffId: z.nullable(z.string()),
  issuedAtMs: ms,
  firstCalledAtMs: z.nullable(ms),
  calls: z.number(),
  startedAtMs: z.nullable(ms),
  finishedAtMs: z.nullable(ms),
  state: z.string(),
  why: z.string(),
  rated: z.boolean(),
})

const AuditRow = z.object({
  seq: z.number(),
  atMs: ms,
  who: z.string(),
  what: z.string(),
  detail: z.string(),
  hash: z.string(),
})

/** whyTold() as it travels. */
const WhyTold = z.object({
  ticketId: z.string(),
  number: z.string(),
  serviceId: z.string(),
  issuedAtMs: ms,
  sinceMs: z.nullable(ms),
  calls: z.array(
    z.object({
      leg: z.number(),
      atMs: ms,
      sinceMs: ms,
      counterNo: z.string(),
      serviceId: z.string(),
      rule: Why.shape.rule,
      passed: z.number(),
      numbers: z.array(z.string()),
    }),
  ),
  passedBy: z.array(
    z.object({
      number: z.string(),
      sinceMs: ms,
      atMs: ms,
      counterNo: z.string(),
      rule: Why.shape.rule,
    }),
  ),
  passedByTotal: z.number(),
})

/** Every HTTP call there is: what the hub registers, the console uses, and OpenAPI publishes. */
export const routes = {
  health: route('GET', '/api/health', 'anyone', 'Is the hub alive, and can it save?', {
    reply: z.object({
      ok: z.boolean(),
      saving: z.boolean(),
      nowMs: ms,
      seq: z.number(),
      version: z.string(),
    }),
  }),

  command: route(
    'POST',
    '/api/commands',
    'known',
    'Ask the hall for something; repeat with the same id until answered.',
    {
      body: Sent,
      reply: z.object({
        done: z.object({
          seq: z.number(),
          ticketId: z.string().optional(),
          number: z.string().optional(),
          handoutId: z.string().optional(),
          appointment: z.object({ code: z.string(), secret: z.string() }).optional(),
          late: z.literal(true).optional(),
          again: z.literal(true).optional(),
        }),
      }),
    },
  ),
  view: route('POST', '/api/views', 'known', 'What a screen of this kind shows now.', {
    body: ViewAsk,
    reply: z.object({ seq: z.number(), nowMs: ms, view: z.unknown() }),
  }),

  ...appointmentRoutes,

  claimFirst: route(
    'POST',
    '/api/first',
    'anyone',
    'First start: the one-time link makes the first administrator.',
    {
      body: z.strictObject({
        token: z.string().max(100),
        login: StaffSetUp.shape.login,
        name: plainText(30),
        password,
      }),
      reply: Me,
    },
  ),
  signIn: route('POST', '/api/session', 'anyone', 'Sign in; sets the session cookie.', {
    body: z.strictObject({ login: z.string().max(40), password }),
    reply: Me,
  }),
  me: route('GET', '/api/session', staff, 'Who am I?', { reply: Me }),
  signOut: route('DELETE', '/api/session', staff, 'Sign out.', { reply: ok }),
  changePassword: route('POST', '/api/session/password', staff, 'Change my own password.', {
    body: z.strictObject({ old: password, fresh: password }),
    reply: ok,
  }),

  readHall: route('GET', '/api/hall', staff, 'The hall as set up, with the version a change must name.', {
    reply: z.object({ version: z.number(), hall: HallSetUp }),
  }),
  writeHall: route(
    'PUT',
    '/api/hall',
    administrators,
    'Change the set-up; refused as stale when someone else has.',
    {
      body: z.strictObject({ version: z.int(), hall: HallSetUp }),
      reply: z.object({ version: z.number() }),
    },
  ),
  hallVersions: route(
    'GET',
    '/api/hall/versions',
    administrators,
    'Earlier set-ups, newest first, at most 50.',
    {
      reply: z.array(z.object({ version: z.number(), atMs: ms, who: z.string() })),
    },
  ),
  restoreHall: route(
    'POST',
    '/api/hall/versions/:version',
    administrators,
    'Undo: make an earlier set-up the newest.',
    {
      params: z.object({ version: z.coerce.number<string>().int() }),
      reply: z.object({ version: z.number() }),
    },
  ),

  guide: route(
    'GET',
    '/api/guide',
    'anyone',
    'The guide 办事指南: departments, and what most people come for.',
    {
      reply: Guide,
    },
  ),
  guideItems: route(
    'GET',
    '/api/guide/items',
    'anyone',
    'Published items by words, pinyin or its initials, best first; or of a department or service. At most 30.',
    { query: GuideAsk, reply: GuideList },
  ),
  guideItem: route('GET', '/api/guide/items/:id', 'anyone', 'One published item, all seven fields.', {
    params: z.object({ id }),
    reply: GuideItem,
  }),
  guideImage: route('GET', '/api/guide/images/:id', 'anyone', 'A picture of a filled-in form.', {
    params: z.object({ id }),
    reply: z.unknown(),
  }),

  listItems: route('GET', '/api/items', overseers, 'The whole catalogue, a line for each item.', {
    reply: z.array(ItemRow),
  }),
  readItem: route('GET', '/api/items/:id', overseers, 'One item: its draft, and every version of it.', {
    params: z.object({ id }),
    reply: ItemFile,
  }),
  addItem: route('POST', '/api/items', administrators, 'A new item, as a draft.', {
    body: z.strictObject({ item: ItemDraft.shape.item }),
    reply: Written,
  }),
  writeItem: route(
    'PUT',
    '/api/items/:id',
    administrators,
    'Change the draft; refused as stale when someone else has.',
    { params: z.object({ id }), body: ItemDraft, reply: Written },
  ),
  publishItem: route(
    'POST',
    '/api/items/:id/publish',
    administrators,
    'Publish the draft; refused with what is missing unless all seven public fields are filled in.',
    { params: z.object({ id }), body: Revision, reply: Written },
  ),
  withdrawItem: route(
    'POST',
    '/api/items/:id/withdraw',
    administrators,
    'Take an item from the public at once; a draft nobody ever published is deleted.',
    { params: z.object({ id }), body: Revision, reply: Written },
  ),
  restoreItem: route(
    'POST',
    '/api/items/:id/versions/:version',
    administrators,
    'Make an earlier version the draft.',
    {
      params: z.object({ id, version: z.coerce.number<string>().int() }),
      body: Revision,
      reply: Written,
    },
  ),
  addItemImage: route('POST', '/api/items/images', administrators, 'Keep a picture for samples.', {
    body: ImageUpload,
    reply: z.object({ imageId: z.string() }),
  }),
  itemsFile: route(
    'GET',
    '/api/items/file',
    overseers,
    'The catalogue as a table to fill in and import again, or the empty table.',
    {
      query: z.object({ as: z.enum(['csv', 'xlsx']), what: z.enum(['all', 'template']).default('all') }),
      reply: z.unknown(),
    },
  ),
  previewImport: route(
    'POST',
    '/api/items/imports/preview',
    administrators,
    'What a table would change and what is wrong in it, row by row; saves nothing.',
    { body: ImportFile, reply: ImportPreview },
  ),
  importItems: route('POST', '/api/items/imports', administrators, 'Import a table: all of it, or nothing.', {
    body: ImportCommit,
    reply: z.object({ id: z.number() }),
  }),
  listImports: route('GET', '/api/items/imports', overseers, 'The newest imports, at most 50.', {
    reply: z.array(ImportRow),
  }),
  undoImport: route(
    'POST',
    '/api/items/imports/:id/undo',
    administrators,
    'Undo an import: its items stand as before it; refused as stale when one was changed since.',
    { params: z.object({ id: z.coerce.number<string>().int() }), reply: ok },
  ),
  readCalendar: route(
    'GET',
    '/api/calendar',
    staff,
    'Signed years, drafts and closures, with their version.',
    {
      reply: z.object({ version: z.number(), calendar: CalendarSetUp }),
    },
  ),
  proposeYear: route(
    'GET',
    '/api/calendar/proposals/:year',
    administrators,
    'The built-in proposal of a year; refused when it does not have it.',
    {
      params: z.object({ year: z.coerce.number<string>().int() }),
      reply: CalendarYear,
    },
  ),
  draftYear: route(
    'PUT',
    '/api/calendar/drafts',
    administrators,
    "Keep a year's table to be read and signed; the signed one stays in force until then.",
    {
      body: z.strictObject({ version: z.int(), table: CalendarYear }),
      reply: z.object({ version: z.number() }),
    },
  ),
  signYear: route(
    'POST',
    '/api/calendar/years/:year/signature',
    ['supervisor', 'administrator'],
    'Put the drafted year in force, under the name of the one who signs.',
    {
      params: z.object({ year: z.coerce.number<string>().int() }),
      body: z.strictObject({ version: z.int() }),
      reply: z.object({ version: z.number() }),
    },
  ),
  writeClosures: route(
    'PUT',
    '/api/calendar/closures',
    administrators,
    'The closures; each needs a reason, an approver and a day of publication, and none in the past changes.',
    {
      body: z.strictObject({ version: z.int(), closures: z.array(ClosureAsked).max(300) }),
      reply: z.object({ version: z.number() }),
    },
  ),
  calendarVersions: route('GET', '/api/calendar/versions', administrators, 'Earlier calendars, at most 50.', {
    reply: z.array(z.object({ version: z.number(), atMs: ms, who: z.string(), what: z.string() })),
  }),
  restoreCalendar: route(
    'POST',
    '/api/calendar/versions/:version',
    administrators,
    'Undo: make an earlier calendar the newest.',
    {
      params: z.object({ version: z.coerce.number<string>().int() }),
      reply: z.object({ version: z.number() }),
    },
  ),

  listStaff: route('GET', '/api/staff', overseers, 'All accounts.', {
    reply: z.array(Staff),
  }),
  addStaff: route(
    'POST',
    '/api/staff',
    administrators,
    'A new account; the reply holds its one-time password link.',
    {
      body: StaffSetUp,
      reply: z.object({ id: z.string(), passwordToken: z.string() }),
    },
  ),
  changeStaff: route(
    'PUT',
    '/api/staff/:id',
    administrators,
    'Change an account; its sessions end when deactivated.',
    {
      params: z.object({ id }),
      body: StaffSetUp,
      reply: ok,
    },
  ),
  resetPassword: route(
    'POST',
    '/api/staff/:id/password',
    administrators,
    'A one-time link to set a new password.',
    {
      params: z.object({ id }),
      reply: z.object({ passwordToken: z.string() }),
    },
  ),
  setPassword: route('POST', '/api/password', 'anyone', 'Set a password by a one-time link.', {
    body: z.strictObject({ token: z.string().max(100), password }),
    reply: ok,
  }),

  askPairing: route(
    'POST',
    '/api/pairing',
    'anyone',
    'A screen or station asks to be paired and shows this code.',
    {
      body: z.strictObject({ kind: StationSetUp.shape.kind, about: z.string().max(60).default('') }),
      reply: z.object({ code: z.string(), claim: z.string(), untilMs: ms }),
    },
  ),
  claimPairing: route(
    'GET',
    '/api/pairing/:claim',
    'anyone',
    'Has an administrator confirmed? The key is given once.',
    {
      params: z.object({ claim: z.string().max(100) }),
      reply: z.discriminatedUnion('is', [
        z.object({ is: z.literal('waiting') }),
        z.object({ is: z.literal('gone') }),
        z.object({ is: z.literal('paired'), key: z.string(), stationId: z.string() }),
      ]),
    },
  ),
  listPairings: route('GET', '/api/pairings', administrators, 'Screens and stations that ask to be paired.', {
    reply: z.array(z.object({ code: z.string(), kind: z.string(), about: z.string(), untilMs: ms })),
  }),
  listStations: route('GET', '/api/stations', overseers, 'Paired stations with their devices.', {
    reply: z.array(StationReply),
  }),
  confirmPairing: route('POST', '/api/stations', administrators, 'Confirm a pairing by its code.', {
    body: z.strictObject({ code: z.string().max(12), setUp: StationSetUp }),
    reply: z.object({ id: z.string() }),
  }),
  changeStation: route(
    'PUT',
    '/api/stations/:id',
    administrators,
    'Change a station; it applies it without restart.',
    {
      params: z.object({ id }),
      body: StationSetUp,
      reply: ok,
    },
  ),
  withdrawStation: route(
    'DELETE',
    '/api/stations/:id',
    administrators,
    'Withdraw a key: the station is cut off at once.',
    {
      params: z.object({ id }),
      reply: ok,
    },
  ),
  inspectDevice: route(
    'GET',
    '/api/stations/:id/devices/:deviceId',
    overseers,
    'A device from the inside: its last bytes with their meaning, counters, last picture, and how it was lately.',
    {
      params: z.object({ id, deviceId: id }),
      reply: z.object({
        online: z.boolean(),
        report: z.nullable(DeviceReport),
        /** Its newest states, newest first, at most 20. */
        states: z.array(z.object({ state: z.string(), atMs: ms })),
        /** Null while its station is away or does not drive it. */
        inspection: z.nullable(DeviceInspection),
      }),
    },
  ),
  testDevice: route(
    'POST',
    '/api/stations/:id/devices/:deviceId/test',
    ['supervisor', 'administrator'],
    'Try a device: a page, patterns, a sentence, a key. Answers when it has ended, within half a minute.',
    {
      params: z.object({ id, deviceId: id }),
      body: z.strictObject({ test: DeviceTest }),
      reply: DeviceTestResult,
    },
  ),

  screenshot: route(
    'POST',
    '/api/stations/:id/screenshot',
    ['supervisor', 'administrator'],
    "A picture of a station's own page as it stands on the glass now, as JPEG; written into the audit.",
    { params: z.object({ id }), reply: Screenshot.extend({ atMs: ms }) },
  ),

  alarms: route(
    'GET',
    '/api/alarms',
    overseers,
    'What was wrong and when it was well again, newest first, at most 200; of one kind, or before an instant.',
    {
      query: z.object({
        is: z.string().max(30).optional(),
        before: z.coerce.number<string>().int().optional(),
      }),
      reply: z.array(AlarmRow),
    },
  ),
  report: route('GET', '/api/reports', overseers, 'Waits, service times and ratings of some days.', {
    query: z.object({ from: day, to: day }),
    reply: Report,
  }),
  reportFile: route('GET', '/api/reports/file', overseers, 'The same as CSV or xlsx.', {
    query: z.object({
      from: day,
      to: day,
      as: z.enum(['csv', 'xlsx']),
      language: z.enum(languages).default(usualLanguage),
    }),
    reply: z.unknown(),
  }),
  estimates: route(
    'GET',
    '/api/reports/estimates',
    overseers,
    'The waits told held against what happened: do the ranges hold what they claim?',
    { query: z.object({ from: day, to: day }), reply: EstimatesReport },
  ),
  estimatesFile: route('GET', '/api/reports/estimates/file', overseers, 'The same as CSV or xlsx.', {
    query: z.object({
      from: day,
      to: day,
      as: z.enum(['csv', 'xlsx']),
      language: z.enum(languages).default(usualLanguage),
    }),
    reply: z.unknown(),
  }),
  whatIf: route(
    'POST',
    '/api/reports/what-if',
    overseers,
    'A day played again with one more counter or other rules of calling, beside the day as it was.',
    { body: WhatIfAsk, reply: WhatIfReply },
  ),
  daysOnRecord: route(
    'GET',
    '/api/reports/days',
    overseers,
    'The days the journal has, newest first, at most 400.',
    { reply: z.array(DayOnRecord) },
  ),
  replay: route(
    'GET',
    '/api/reports/replay',
    overseers,
    'A day seen again, page by page: lines, counters and calls as everybody in the hall saw them.',
    {
      query: z.object({ day, after: z.coerce.number<number>().int().min(0).max(10_000_000).default(0) }),
      reply: ReplayPage,
    },
  ),
  tickets: route(
    'GET',
    '/api/tickets',
    overseers,
    "One day's legs in order of issue: the journal's own record.",
    {
      query: z.object({ day, after: z.coerce.number<string>().int().min(0).default(0) }),
      reply: z.array(TicketRow),
    },
  ),
  ticketWhy: route(
    'GET',
    '/api/tickets/:ticketId/why',
    'known',
    'Why a ticket of any day was called when it was: rule, whom it passed and who passed it, as data and in words. For staff, and programs that may read.',
    {
      params: z.object({ ticketId: z.string().max(40) }),
      reply: z.object({
        told: WhyTold,
        words: z.record(z.enum(languages), z.array(z.string())),
      }),
    },
  ),
  audit: route(
    'GET',
    '/api/audit',
    ['auditor', 'administrator'],
    'Who changed what, newest first; a hash chain.',
    {
      query: z.object({ before: z.coerce.number<string>().int().optional() }),
      reply: z.object({ rows: z.array(AuditRow), chain: z.enum(['whole', 'broken']) }),
    },
  ),
} as const

export type Routes = typeof routes
