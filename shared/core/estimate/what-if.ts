import { sessionsOn } from '../calendar/sessions-on.ts'
import type { Compared, DayWaits, WhatIfAsk, WhatIfReply } from '../contract/estimates.ts'
import { dayOf, minutesIn } from '../queue/day.ts'
import type { Recorded } from '../queue/event.ts'
import { evolve } from '../queue/evolve.ts'
import type { Counter, Hall } from '../queue/hall.ts'
import { emptyState, type HallState, laneOf, lastLeg, ticketOf } from '../queue/state.ts'
import { openChance } from './chance.ts'
import { draw } from './drawn.ts'
import { fit } from './model.ts'
import { type Observed, openObserver, type Stretch } from './observe.ts'
import { type Comer, play, workedBy } from './play.ts'
import { quantile } from './quantile.ts'
import { openReadyHeap } from './ready-heap.ts'
import { openSimLines } from './sim-lines.ts'

/** A leg of the day: when it came and into which lane, and how long it kept its counter, if it ever was called. */
interface Came extends Omit<Comer, 'n' | 'onlyAsks'> {
  calledMs: number | null
  keptMs: number | null
  gaveUpMs: number | null
}

const dayMs = 86_400_000

/**
 * The same people on the same day, each taking as long as they took, at one counter more or by other rules; beside
 * it the day as it was, and as it is when played by its own rules. Legs after a transfer and those who came back
 * come when they really came. Nobody is called from `untilMs` on. Null where the counter to be like
 * was not open that day. Pure: the seed draws only what the day never showed.
 */
export function whatIf(
  hall: Hall,
  recorded: Iterable<Recorded>,
  { moreLike, policy }: Omit<WhatIfAsk, 'day'>,
  { seed, untilMs }: { seed: number; untilMs: number },
): Omit<WhatIfReply, 'formulas'> | null {
  const { came, observed, staffAt } = dayOfRecord(hall, recorded)
  const closingMs = closingOf(hall, observed.midnightMs)
  const endMs = Math.min(untilMs, observed.midnightMs + dayMs)
  if (moreLike !== null && !observed.atWork[moreLike]) return null
  const model = counterLike(hall, moreLike)
  const more = model ? { ...hall, counters: [...hall.counters, model] } : hall
  const otherwise: Hall = { ...more, policy: { ...hall.policy, ...given(policy) } }
  const atWork = (id: string) => observed.atWork[id === addedId ? (moreLike ?? '') : id] ?? []
  const course = (of: Hall) => played({ hall: of, came, observed, staffAt, atWork, seed, endMs })
  const courses = {
    was: came.map(({ calledMs }) => calledMs),
    played: course(hall),
    changed: course(otherwise),
  }
  const compared = (whose: (leg: Came) => boolean): Compared => ({
    was: waitsOf(courses.was, came, whose, closingMs),
    played: waitsOf(courses.played, came, whose, closingMs),
    changed: waitsOf(courses.changed, came, whose, closingMs),
  })
  const found = <T>(of: (leg: Came) => T): T[] => [...new Set(came.map(of))].sort()
  const nameOf = (serviceId: string) => hall.services.find(({ id }) => id === serviceId)?.name ?? serviceId
  return {
    total: compared(() => true),
    services: found(({ serviceId }) => serviceId).map((id) => ({
      id,
      name: nameOf(id),
      ...compared(({ serviceId }) => serviceId === id),
    })),
    ranks: found(({ rank }) => rank).map((rank) => ({ rank, ...compared((leg) => leg.rank === rank) })),
  }
}

/** No id a hall can give. */
const addedId = 'one more'

const given = <T extends object>(of: T) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }

function counterLike(hall: Hall, moreLike: string | null): Counter | undefined {
  const like = hall.counters.find(({ id }) => id === moreLike)
  return like && { ...like, id: addedId }
}

function dayOfRecord(hall: Hall, recorded: Iterable<Recorded>) {
  const observer = openObserver(hall.timeZone)
  const came: Came[] = []
  const open = new Map<string, Came>()
  const staff = new Map<string, string>()
  let state: HallState = emptyState
  for (const each of recorded) {
    const { event, atMs } = each
    state = evolve(state, each)
    observer.see(each, state)
    if (event.type === 'counterOpened' && !staff.has(event.counterId))
      staff.set(event.counterId, event.staffId)
    if (!('ticketId' in event)) continue
    const known = open.get(event.ticketId)
    switch (event.type) {
      case 'ticketCalled':
        if (known) known.calledMs ??= atMs
        break
      case 'legFinished':
      case 'legTransferred':
      case 'ticketHeld':
      case 'ticketMissed':
        if (known) known.keptMs ??= atMs - (known.calledMs ?? atMs)
        open.delete(event.ticketId)
        break
      case 'ticketCancelled':
        if (known) known.gaveUpMs = atMs
        open.delete(event.ticketId)
        break
    }
    const ticket = ticketOf(state, event.ticketId)
    if (ticket?.status.at !== 'waiting' || open.has(event.ticketId)) continue
    const { target, place, serviceId } = lastLeg(ticket)
    const leg: Came = {
      atMs,
      lane: laneOf(ticket, target),
      serviceId,
      rank: ticket.rank,
      aheadMs: atMs - place.atMs,
      calledMs: null,
      keptMs: null,
      gaveUpMs: null,
    }
    came.push(leg)
    open.set(event.ticketId, leg)
  }
  return { came, observed: observer.observed, staffAt: (id: string) => staff.get(id) ?? '' }
}

/** When each leg is called, or null. */
function played(of: {
  hall: Hall
  came: readonly Came[]
  observed: Observed
  staffAt: (counterId: string) => string
  atWork: (counterId: string) => readonly Stretch[]
  seed: number
  endMs: number
}): (number | null)[] {
  const { hall, came, observed, staffAt, atWork } = of
  const calledMs: (number | null)[] = came.map(() => null)
  if (came.length === 0) return calledMs
  const chance = openChance(of.seed)
  const fromMs = (came[0] as Came).atMs - 3_600_000
  const day = draw(fit([], observed), fromMs, chance)
  const legOf = (n: number) => came[n - 1] as Came
  let next = 0
  let left = came.length
  play({
    hall,
    fromMs,
    endMs: of.endMs,
    lines: openSimLines({ ...emptyState, counters: openAll(hall) }, came.length + 1),
    heap: openReadyHeap(hall.counters.length * 2 + came.length),
    worked: workedBy(hall, staffAt),
    desks: hall.counters.map(({ id }) => ({ staffId: staffAt(id), run: 0, recent: [] })),
    stretches: hall.counters.map(({ id }) => atWork(id)),
    beginnings: hall.counters.map(() => ({ is: 'away' })),
    comers: {
      nextMs: () => came[next]?.atMs ?? Number.POSITIVE_INFINITY,
      take: () => ({ ...(came[next++] as Came), n: next, onlyAsks: false }),
    },
    about: legOf,
    callMs: (n, staffId, nowMs) => legOf(n).keptMs ?? day.callMs(legOf(n).serviceId, staffId, nowMs),
    gapMs: day.gapMs,
    noticeMs: day.noticeMs,
    called: (n, nowMs) => {
      left -= 1
      const { gaveUpMs } = legOf(n)
      if (gaveUpMs !== null && gaveUpMs < nowMs) return 'gone'
      calledMs[n - 1] = nowMs
      return 'stays'
    },
    over: () => left === 0,
  })
  return calledMs
}

/** Whether somebody sits at a low counter is asked of this; when they do, the stretches tell. */
const openAll = (hall: Hall): HallState['counters'] =>
  Object.fromEntries(
    hall.counters.map(({ id }) => [
      id,
      { at: 'open', staffId: '', sinceMs: 0, now: { is: 'idle' }, asking: null, run: 0, recent: [] },
    ]),
  )

function waitsOf(
  calledMs: readonly (number | null)[],
  came: readonly Came[],
  whose: (leg: Came) => boolean,
  closingMs: number | null,
): DayWaits {
  const waits: number[] = []
  let [byClosing, uncalled] = [0, 0]
  for (const [i, leg] of came.entries()) {
    if (!whose(leg)) continue
    const atMs = calledMs[i] ?? null
    if (atMs === null) {
      uncalled += 1
      continue
    }
    waits.push(Math.max(0, atMs - Math.max(leg.atMs, leg.atMs - leg.aheadMs)))
    if (closingMs !== null && atMs < closingMs) byClosing += 1
  }
  waits.sort((a, b) => a - b)
  const share = (part: number) => (waits.length > 0 ? quantile(waits, part) : null)
  return {
    called: waits.length,
    uncalled,
    p50Ms: share(0.5),
    p90Ms: share(0.9),
    byClosing: closingMs === null ? null : byClosing,
  }
}

function closingOf(hall: Hall, midnightMs: number): number | null {
  const found = sessionsOn(hall, dayOf(midnightMs + dayMs / 2, hall.timeZone))
  const last = Array.isArray(found) ? found.at(-1) : undefined
  return last && hall.policy.sessions.length > 0 ? midnightMs + minutesIn(last.to) * 60_000 : null
}
