import { hallItems } from '@jiaohao/core/items/hall-items.ts'
import { hall as castHall, clockMs, elderly, pregnant } from '@jiaohao/core/queue/cast.ts'
import type { Target } from '@jiaohao/core/queue/command.ts'
import { due } from '@jiaohao/core/queue/due.ts'
import type { Event } from '@jiaohao/core/queue/event.ts'
import { type Ask, ask, type Story } from '@jiaohao/core/queue/given.ts'
import type { Counter, Hall, Policy } from '@jiaohao/core/queue/hall.ts'
import { type Need, needs } from '@jiaohao/core/queue/need.ts'
import { numberIn } from '@jiaohao/core/queue/offline-number.ts'
import type { Refused } from '@jiaohao/core/queue/refused.ts'
import { values } from '@jiaohao/core/queue/sorted.ts'
import { emptyState, type HallState, type Level } from '@jiaohao/core/queue/state.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import fc from 'fast-check'

/** One asking of a random history, with the story before and after it. */
export interface Happening {
  readonly asked: Ask
  readonly atMs: number
  readonly before: Story
  readonly after: Story
  readonly answer: Event[] | Refused
}

/** A random day or two in a random hall, as it was lived. */
export interface History {
  readonly happenings: readonly Happening[]
  readonly end: Story
}

type Move = readonly [kind: number, who: number, which: number, more: number, passes: number]

const die = fc.noBias(fc.nat({ max: 9_999 }))
const policy: fc.Arbitrary<Partial<Policy>> = fc.record({
  priorityRun: fc.integer({ min: 1, max: 3 }),
  missCalls: fc.integer({ min: 1, max: 3 }),
  missSpacingSeconds: fc.constantFrom(0, 20),
  mostCalls: fc.constantFrom(3, 30),
  returnAfterOthers: fc.integer({ min: 0, max: 4 }),
  mostReturns: fc.integer({ min: 0, max: 2 }),
  returnTo: fc.constantFrom('afterOthers', 'afterOthers', 'endOfSlot', 'endOfHalfDay'),
  journeyStepBehind: fc.integer({ min: 0, max: 3 }),
  mostWaitingPerService: fc.constantFrom(5, 2_000),
  ageMinutes: fc.constantFrom(0, 1, 10),
  mostPassed: fc.integer({ min: 1, max: 6 }),
  appointmentCutOffMinutes: fc.constantFrom(0, 60),
  appointmentEarlyMinutes: fc.constantFrom(30, 240),
})

/** Two of one service, one of another that one counter works as well, and one of a third. */
const items = hallItems(
  (['social', 'social', 'household', 'tax'] as const).map((serviceId, i) => ({
    id: `i${i}`,
    version: 1,
    name: `事项${i}`,
    nameEn: '',
    serviceId,
    materials: [],
    promised: null,
    fee: '不收费',
  })),
)

/** How one counter weighs its services. */
const terms = fc.record({
  choosing: fc.constantFrom('together', 'inOrder', 'weighted'),
  afterMinutes: fc.constantFrom(0, 0, 1, 5),
  weight: fc.integer({ min: 1, max: 3 }),
  reserveMinutes: fc.constantFrom(0, 0, 0, 2),
})
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never

export const recipe = fc.record({
  policy,
  counters: fc.array(terms, { minLength: 4, maxLength: 4 }),
  moves: fc.array(fc.tuple(die, die, die, die, die), { maxLength: 300, size: 'max' }),
})

/** A random hall and what is asked in it, by dice. */
export type Recipe = typeof recipe extends fc.Arbitrary<infer R> ? R : never

/** Lives a recipe through decide and evolve as a hub does: whatever the clock owes comes first. */
export function lived({ policy, counters, moves }: Recipe): History {
  const hall: Hall = {
    ...castHall,
    services: castHall.services.map((each) => ({ ...each, identity: 'asked' as const })),
    items,
    policy: { ...castHall.policy, ...policy },
    counters: castHall.counters.map((counter, i) => underTerms(counter, counters[i])),
  }
  const happenings: Happening[] = []
  let story: Story = { hall, state: emptyState, atMs: clockMs('08:00'), recorded: [] }
  const happen = (asked: Ask) => {
    const { answer, story: after } = ask(story, asked)
    happenings.push({ asked, atMs: story.atMs, before: story, after, answer })
    story = after
  }
  const settleDues = () => {
    for (let ran = 0; ; ran++) {
      const owed = due(hall, story.state, story.atMs)
      if (owed.atMs > story.atMs) return
      if (ran > 1_000) throw new Error(`${owed.command.command} is owed without end`)
      happen({ by: { as: 'clock' }, ask: owed.command })
    }
  }
  for (const move of moves) {
    story = { ...story, atMs: story.atMs + passing(move[4]) }
    settleDues()
    happen(likelyAsked(move, story))
  }
  story = { ...story, atMs: due(hall, story.state, story.atMs).atMs + 86_400_000 }
  settleDues()
  return { happenings, end: story }
}

/** The terms fall on the last service a counter works, so that one is always worked freely. */
function underTerms(counter: Counter, terms: Terms | undefined): Counter {
  const last = counter.serviceIds.at(-1)
  if (!terms || counter.serviceIds.length < 2 || !last) return counter
  const { choosing, reserveMinutes, ...more } = terms
  return { ...counter, choosing, reserveMinutes, terms: [{ serviceId: last, ...more }] }
}

/** What the move asks, or one of its neighbours that is accepted: most moves get somewhere, some are refused. */
function likelyAsked([kind, who, which, more, passes]: Move, story: Story): Ask {
  const tries = Array.from({ length: kind % 4 === 0 ? 1 : 6 }, (_, i) =>
    withRecords(asking([kind + 37 * i, who + i, which, more, passes], story.state), story),
  )
  return (tries.find((each) => !('refused' in ask(story, each).answer)) ?? tries[0]) as Ask
}

/** What a hub's journal would say of the days before: without it a late number takes one that was given. */
function withRecords(each: Ask, { recorded }: Story): Ask {
  if (typeof each.ask === 'function' || each.ask.command !== 'mergeOffline') return each
  const issued: Record<string, number> = {}
  const known: string[] = []
  for (const { event } of recorded) {
    if (event.type !== 'ticketTaken' && event.type !== 'offlineExpired') continue
    const [day, n] = [event.ticketId.slice(0, 10), event.n]
    issued[day] = Math.max(issued[day] ?? 0, n)
    const localId = event.type === 'offlineExpired' ? event.localId : event.offline?.localId
    if (localId !== undefined) known.push(localId)
  }
  return { ...each, offline: { answered: {}, issued, known } }
}

/** Mostly moments, sometimes the twenty seconds between calls or the window's minute, once in a while hours. */
function passing(roll: number): number {
  if (roll % 400 === 7) return 9 * 3_600_000
  return [0, 0, 1_000, 5_000, 20_000, 20_000, 35_000, 61_000][roll % 8] as number
}

const counterIds = ['c1', 'c2', 'c3', 'c4'] as const
const staffOf = { c1: 'li', c2: 'wang', c3: 'zhao', c4: 'sun' } as const
const serviceIds = ['social', 'household', 'tax'] as const

const maybe = <T>(list: readonly T[], roll: number): T | undefined => list[roll % list.length]
const pick = <T>(list: readonly T[], roll: number): T => list[roll % list.length] as T

function asking(move: Move, state: HallState): Ask {
  const [kind, who, which, more] = move
  const counterId = pick(counterIds, who)
  const clerk: Who = { as: 'staff', staffId: staffOf[counterId], roles: ['clerk'] }
  const kiosk: Who = { as: 'kiosk', stationId: pick(['k1', 'k1', 'k1', 'k2'], which) }
  const evaluator: Who = { as: 'evaluator', stationId: `e-${counterId}`, counterId }
  const display: Who = { as: 'display', stationId: pick(['board', 'strip'], more), zoneId: 'ground' }
  const n = which % 3 === 0 ? 1 + (which % (state.issued + 1)) : Math.max(1, state.issued - (which % 8))
  const idOf = (ticketNo: number | undefined) => `${state.day}-${ticketNo ?? n}`
  const ticketId = idOf(n)
  const phone: Who = { as: 'phone', ticketId }
  const leg = more % 2
  const level = ((more % 5) + 1) as Level
  const last = state.lastFinished[counterId]
  const window = state.counters[counterId]?.asking
  const rated = { ticketId: idOf(window?.n), leg: window?.leg ?? leg, nonce: window?.nonce ?? '' }
  const booker: Who = which % 3 === 0 ? clerk : { as: 'public' }
  const bound = more % 4 === 1 ? { identity: { hash: pick(cards, which), masked: '张*' } } : {}
  const anybody = [clerk, kiosk, evaluator, display, phone, stranger, robot, eye]

  const rows: readonly (readonly [weight: number, by: Who, command: Ask['ask']])[] = [
    [
      9,
      kiosk,
      {
        command: 'takeTicket',
        serviceId: more % 9 === 5 ? 'newborn' : pick(serviceIds, more),
        paper: more % 4 === 0,
        ...wish(more, which),
        needs: wanted(which),
        ...(which % 5 === 0 ? { itemIds: [`i${which % 4}`, `i${more % 4}`] } : {}),
      },
    ],
    [
      4,
      kiosk,
      {
        command: 'reportPrint',
        ticketId: idOf(maybe(state.papers, which)),
        outcome: pick(['printed', 'printed', 'failed', 'unknown'] as const, more),
      },
    ],
    [2, kioskAway, { command: 'mergeOffline', letter: 'K', offsetMs: 0, entries: handedOver(move, state) }],
    [2, kiosk, { command: 'printChecklist', itemIds: [`i${more % 5}`], language: 'zh-CN' }],
    [
      2,
      kiosk,
      {
        command: 'reportHandout',
        handoutId: maybe(state.handouts.owed, which)?.handoutId ?? `${state.day}-h1`,
        outcome: pick(['printed', 'failed', 'unknown'] as const, more),
      },
    ],
    [
      5,
      booker,
      { command: 'bookAppointment', serviceId: 'social', fromMs: slotStart(state, which, more), ...bound },
    ],
    [
      1,
      booker,
      { command: 'changeAppointment', code: codeOf(state, which), fromMs: slotStart(state, more, which) },
    ],
    [1, booker, { command: 'cancelAppointment', code: codeOf(state, which) }],
    [
      5,
      kiosk,
      {
        command: 'checkIn',
        by: bound.identity
          ? { is: 'card', hash: bound.identity.hash }
          : { is: 'code', code: codeOf(state, which) },
        paper: more % 4 === 0,
      },
    ],
    [2, kiosk, { command: 'confirmNumber', ticketId: idOf(maybe(state.papers, which)) }],
    [2, kiosk, { command: 'reprint', ticketId: idOf(maybe(state.papers, more)) }],
    [1, phone, { command: 'cancel', ticketId }],
    [2, pick([phone, clerk], more), { command: 'changeNeeds', ticketId, needs: wanted(more) }],
    [1, stranger, { command: 'pauseHall', reason: pick(['断电', '演练'], more) }],
    [1, stranger, { command: 'evacuate' }],
    [6, stranger, { command: 'resumeHall' }],
    [1, clerk, { command: 'askHelp', counterId }],
    [1, clerk, { command: 'endHelp', counterId }],
    [4, clerk, { command: 'openCounter', counterId }],
    [1, clerk, { command: 'closeCounter', counterId }],
    [1, clerk, { command: 'pauseCounter', counterId, reason: '午餐' }],
    [2, clerk, { command: 'resumeCounter', counterId }],
    [12, clerk, { command: 'callNext', counterId, finishCurrent: more % 5 === 0 }],
    [3, clerk, { command: 'callTicket', counterId, ticketId }],
    [7, clerk, { command: 'recall', counterId }],
    [6, clerk, { command: 'start', counterId }],
    [5, clerk, { command: 'finish', counterId, wrapUp: more % 4 === 0 }],
    [7, clerk, { command: 'miss', counterId }],
    [2, clerk, { command: 'undoMiss', counterId, ticketId: idOf(maybe(state.missed, which)) }],
    [4, clerk, { command: 'returnTicket', ticketId: idOf(maybe(state.missed, which)) }],
    [
      3,
      clerk,
      { command: 'hold', counterId, kind: pick(['withoutPapers', 'withPapers', 'waiting'] as const, more) },
    ],
    [3, clerk, { command: 'resume', counterId, ticketId: idOf(maybe(state.held, which)) }],
    [
      4,
      clerk,
      {
        command: 'transfer',
        counterId,
        target: target(more, which),
        reason: '补材料',
        place: pick(['head', 'byTime', 1, 2, 3] as const, which),
        comeBack: more % 3 === 0,
      },
    ],
    [4, evaluator, { command: 'rate', level, ...rated }],
    [1, phone, { command: 'rate', ticketId, leg, level, nonce: '' }],
    [
      6,
      { as: 'phone', ticketId: idOf(last?.n) },
      {
        command: 'explainRating',
        ticketId: idOf(last?.n),
        leg: last?.leg ?? leg,
        nonce: '',
        codes: [],
        text: '太慢',
      },
    ],
    [2, display, { command: 'reportShown', callSeq: maybe(state.calls, which)?.seq ?? 1 }],
    [2, display, { command: 'reportSpoken', callSeq: maybe(state.calls, which)?.seq ?? 1 }],
  ]
  const [, by, command] = pick(
    rows.flatMap((row) => Array.from({ length: row[0] }, () => row)),
    kind,
  )
  return { by: (who + more) % 12 === 0 ? pick(anybody, which) : by, ask: command }
}

const kioskAway: Who = { as: 'kiosk', stationId: 'k2' }

/** One to three numbers of the kiosk's own series; some with a clock astray, some of yesterday, some of no service. */
function handedOver([, , which, more]: Move, state: HallState) {
  const series = pick(['AK', 'BK'], which)
  const serviceId = more % 11 === 5 ? 'gone' : pick(serviceIds, which % 2)
  const takenAtMs = clockMs('08:30') + (which % 300) * 60_000
  return Array.from({ length: 1 + (more % 3) }, (_, i) => ({
    localId: `local-id-of-${state.seq}-${i}-${more}`.padEnd(24, '0'),
    day: more % 5 === 4 ? '2026-11-22' : (state.day ?? ''),
    number: numberIn(series, (state.series[series] ?? 0) + 1 + i),
    serviceId,
    takenAtMs: takenAtMs + i * 20_000,
    heardAtMs: clockMs('08:00'),
    offsetMs: pick([0, 0, 0, 400_000], more),
    secret: `secret-of-${state.seq}-${i}`.padEnd(24, '0'),
    language: 'zh-CN',
    slip: pick(['printed', 'printed', 'none', 'failed', 'unknown'] as const, more + i),
    fate: pick(['waits', 'waits', 'void', 'cancelled'] as const, which + i),
  }))
}

const stranger: Who = { as: 'staff', staffId: 'zhao', roles: ['supervisor'] }
const eye: Who = { as: 'staff', staffId: 'eye', roles: ['auditor', 'administrator'] }
const robot: Who = { as: 'program', stationId: 'robot', may: ['call', 'take'] }

const cards = ['keyed-hash-of-card-1', 'keyed-hash-of-card-2', 'keyed-hash-of-card-3'] as const

/** A slot of the social service today, tomorrow or in some days, few enough to be full now and then. */
function slotStart(state: HallState, roll: number, other: number): number {
  const dayMs = Date.parse(state.day ?? '2026-11-23') + (roll % 3) * 86_400_000 - 8 * 3_600_000
  return dayMs + pick([9, 9.5, 10, 14, 15], other) * 3_600_000
}

const codeOf = (state: HallState, roll: number): string =>
  maybe(values(state.bookings.all), roll)?.code ?? '33333333'

/** Some are of a published class, some come with an appointment, some show a card, most do none of this. */
function wish(roll: number, other: number) {
  if (roll % 5 === 2) return { identity: { hash: `person-${other % 9}`.padEnd(16, '0'), masked: '张**' } }
  if (roll % 3 === 0) return other % 3 === 0 ? pregnant : elderly
  if (roll % 7 !== 1) return {}
  const fromMs = clockMs(pick(['08:00', '09:00', '10:00'], other))
  return { appointment: { fromMs, toMs: fromMs + 30 * 60_000 } }
}

function wanted(roll: number): Need[] {
  return needs.filter((_, at) => (roll >> at) % 3 === 1)
}

function target(roll: number, other: number): Target {
  const serviceId = pick(serviceIds, other)
  switch (roll % 3) {
    case 0:
      return { to: 'counter', counterId: pick(counterIds, other), serviceId }
    case 1:
      return { to: 'clerk', staffId: staffOf[pick(counterIds, other)], serviceId }
    default:
      return { to: 'service', serviceId }
  }
}
