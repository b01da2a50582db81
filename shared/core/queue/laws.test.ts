import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Event } from './event.ts'
import { evolve, replay } from './evolve.ts'
import { ask } from './given.ts'
import type { Counter } from './hall.ts'
import { bySince, laneSize, lineOf, ordinaryRank, type Since } from './lane.ts'
import { linesOf } from './lines.ts'
import { lanesNow } from './order.ts'
import { type Happening, type History, lived, recipe } from './random-history.ts'
import { values } from './sorted.ts'
import { emptyState, type HallState, type Leg, laneOf, lastLeg, type Ticket, ticketOf } from './state.ts'

const numRuns = Number(process.env.LAWS_RUNS ?? 40)
const seed = Number(process.env.LAWS_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Every law judges the same random histories: each is lived once and shrunk when it breaks a law. */
function law(title: string, holds: (history: History) => void) {
  const judge = () =>
    fc.assert(
      fc.property(recipe, (each) => holds(remembered(each))),
      { numRuns, seed },
    )
  test(title, judge, 60_000 + numRuns * 1_000)
}

const memory = new Map<string, History>()
function remembered(each: Parameters<typeof lived>[0]): History {
  const key = JSON.stringify(each)
  const history = memory.get(key) ?? lived(each)
  if (memory.size < numRuns) memory.set(key, history)
  return history
}

law('numbers are unique and without a gap, per series and day', ({ end }) => {
  let day = ''
  const last = new Map<string, number>()
  const numbers = new Set<string>()
  for (const { event } of end.recorded) {
    if (event.type === 'dayOpened') day = event.day
    if (event.type !== 'ticketTaken') continue
    expect(event.sequence).toBe((last.get(`${day} ${event.prefix}`) ?? 0) + 1)
    expect(event.n).toBe((last.get(day) ?? 0) + 1)
    expect(event.ticketId).toBe(`${day}-${event.n}`)
    expect(numbers.has(`${day} ${event.number}`)).toBe(false)
    last.set(`${day} ${event.prefix}`, event.sequence).set(day, event.n)
    numbers.add(`${day} ${event.number}`)
  }
})

law('nobody is in two places, and everybody is where the status says', ({ happenings }) => {
  for (const { after } of happenings) {
    const { state } = after
    for (const each of values(state.tickets)) expect(placesOf(state, each)).toEqual(placesBy(each))
    const inLanes = Object.values(state.lanes).reduce((sum, lane) => sum + laneSize(lane), 0)
    expect(inLanes).toBe(values(state.tickets).filter(({ status }) => status.at === 'waiting').length)
  }
})

/** Every place of the state in which a ticket is found, in words. */
function placesOf(state: HallState, { n, id }: Ticket): string[] {
  const found: string[] = []
  for (const [key, lane] of Object.entries(state.lanes)) {
    for (const [i, line] of lane.lines.entries()) {
      if (values(line).some((each) => each.n === n)) found.push(`${i + 1} ${key}`)
    }
    if (values(lane.since).some((each) => each.n === n)) found.push(`since ${key}`)
  }
  for (const [counterId, counter] of Object.entries(state.counters)) {
    if (counter.at === 'open' && 'n' in counter.now && counter.now.n === n)
      found.push(`${counter.now.is} ${counterId}`)
  }
  for (const list of ['missed', 'held', 'papers'] as const) {
    for (const each of state[list]) if (each === n) found.push(list)
  }
  expect(ticketOf(state, id)?.n).toBe(n)
  return found
}

function placesBy(ticket: Ticket): string[] {
  const { status, rank, legs, reprint } = ticket
  const paper = reprint || status.at === 'issuing' ? ['papers'] : []
  switch (status.at) {
    case 'waiting':
      return [
        `${rank} ${laneOf(ticket, (legs.at(-1) as Leg).target)}`,
        `since ${laneOf(ticket, (legs.at(-1) as Leg).target)}`,
        ...paper,
      ]
    case 'called':
      return [`calling ${status.counterId}`, ...paper]
    case 'serving':
      return [`serving ${status.counterId}`, ...paper]
    case 'held':
    case 'missed':
      return [status.at, ...paper]
    default:
      return paper
  }
}

law(
  'one open leg per counter, one counter per clerk, and only the last leg of a visit is open',
  ({ happenings }) => {
    for (const { after } of happenings) {
      const { state } = after
      const open = Object.values(state.counters).filter((counter) => counter.at === 'open')
      expect(new Set(open.map(({ staffId }) => staffId)).size).toBe(open.length)
      const at = values(state.tickets).flatMap(({ status }) =>
        status.at === 'called' || status.at === 'serving' ? [status.counterId] : [],
      )
      expect(new Set(at).size).toBe(at.length)
      for (const { legs } of values(state.tickets))
        expect(legs.slice(0, -1).every(({ ended }) => ended !== null)).toBe(true)
    }
  },
)

law('within a service and a class the first come are the first called', ({ happenings, end }) => {
  const effectiveMs = new Map<string, number>()
  for (const { atMs, event } of end.recorded) {
    if (event.type !== 'ticketTaken') continue
    const slot = event.appointment
    const onTime = slot && atMs <= slot.toMs + 15 * 60_000
    effectiveMs.set(event.ticketId, event.offline?.takenAtMs ?? (onTime ? slot.fromMs : atMs))
  }
  const order = ({ id, n }: Ticket) => [effectiveMs.get(id) as number, n] as const
  const untouched = ({ legs }: Ticket) => legs.length === 1 && legs[0]?.returns === 0
  for (const { called, before } of callsOf(happenings)) {
    if (['sentHere', 'chosen', 'bound'].includes(called.why.rule)) continue
    const ticket = ticketOf(before, called.ticketId) as Ticket
    if (!untouched(ticket)) continue
    const [myMs, myN] = order(ticket)
    const passedOver = values(before.tickets).filter((each) => {
      const [ms, n] = order(each)
      const same = each.rank === ticket.rank && lastLeg(each).serviceId === called.serviceId
      return (
        same && each.status.at === 'waiting' && untouched(each) && (ms < myMs || (ms === myMs && n < myN))
      )
    })
    expect(passedOver.map(({ number }) => number)).toEqual([])
  }
})

law(
  'at a counter an ordinary citizen is passed by at most priorityRun priority calls in a row',
  ({ happenings }) => {
    const passed = new Map<string, Map<number, number>>()
    for (const { after, answer } of happenings) {
      if ('refused' in answer) continue
      for (const event of answer) {
        if (event.type === 'dayOpened') passed.clear()
        if (event.type === 'counterOpened') passed.delete(event.counterId)
        if (event.type !== 'ticketCalled') continue
        const { rule } = event.why
        if (rule !== 'priority' && rule !== 'sentHere' && rule !== 'chosen') passed.delete(event.counterId)
        if (rule !== 'priority') continue
        const counts = passed.get(event.counterId) ?? new Map<number, number>()
        const serviceIds = after.hall.counters.find(({ id }) => id === event.counterId)?.serviceIds ?? []
        const here = serviceIds.flatMap((id) => {
          const lane = after.state.lanes[`service:${id}`]
          return lane ? values(lineOf(lane, ordinaryRank)).map(({ n }) => n) : []
        })
        passed.set(event.counterId, new Map(here.map((n) => [n, (counts.get(n) ?? 0) + 1])))
        expect(Math.max(0, ...(passed.get(event.counterId)?.values() ?? []))).toBeLessThanOrEqual(
          after.hall.policy.priorityRun,
        )
      }
    }
  },
)

/**
 * Counted without asking the rules: whoever waits in a lane the counter works is passed when somebody is called
 * there who has waited less.
 */
law('nobody is ever passed more often than the hall has promised', ({ happenings }) => {
  const passed = new Map<string, number>()
  for (const { called, before, hall, atMs } of callsOf(happenings)) {
    const counter = hall.counters.find(({ id }) => id === called.counterId) as Counter
    const lanes = [
      `counter:${counter.id}`,
      `clerk:${called.staffId}`,
      ...lanesNow(hall, counter, linesOf(before), atMs),
    ]
    const waits = (id: string) => lastLeg(ticketOf(before, id) as Ticket).joined?.since as Since
    const mine = waits(called.ticketId)
    let longer = 0
    for (const each of values(before.tickets)) {
      const leg = lastLeg(each)
      const here = each.status.at === 'waiting' && lanes.includes(laneOf(each, leg.target))
      if (!here || bySince(waits(each.id), mine) >= 0) continue
      longer += 1
      const key = `${each.id} ${each.legs.length} ${leg.returns}`
      passed.set(key, (passed.get(key) ?? 0) + 1)
      expect(passed.get(key)).toBeLessThanOrEqual(hall.policy.mostPassed)
    }
    expect(called.why.passed).toBeGreaterThanOrEqual(longer)
  }
})

law('a refusal changes nothing, and nothing ever changes a state in place', ({ happenings }) => {
  for (const { before, after, answer, asked } of happenings) {
    deepFreeze(before.state)
    if ('refused' in answer) expect(after.state).toBe(before.state)
    expect(ask(before, asked).answer).toEqual(answer)
  }
})

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const each of Object.values(value)) deepFreeze(each)
}

law('the journal read back gives the same state, without asking the hall', ({ end }) => {
  const journal = end.recorded.map(({ event, ...rest }) => ({
    ...rest,
    event: Event.parse(JSON.parse(JSON.stringify(event))),
  }))
  expect(replay(journal)).toEqual(end.state)
  const half = Math.floor(journal.length / 2)
  expect(replay(journal.slice(half), replay(journal.slice(0, half)))).toEqual(end.state)
})

law('by the end of the day every ticket is finished, missed, cancelled, expired or void', ({ end }) => {
  let state = emptyState
  for (const each of end.recorded) {
    if (each.event.type === 'dayOpened') {
      expect(
        values(state.tickets)
          .map(({ status }) => status.at)
          .filter((at) => !over.has(at)),
      ).toEqual([])
      expect(Object.values(state.counters).filter((counter) => counter.at === 'open')).toEqual([])
      expect(state.held).toEqual([])
    }
    state = evolve(state, each)
  }
})

const over = new Set(['finished', 'missed', 'cancelled', 'expired', 'void'])

law('a command repeated right away has no second effect', ({ happenings }) => {
  for (const { asked, after, answer } of happenings) {
    if ('refused' in answer || typeof asked.ask === 'function') continue
    const { command } = asked.ask
    if (command === 'takeTicket' || command === 'recall') continue
    if (command === 'callNext' && asked.ask.finishCurrent) continue
    const again = ask(after, asked).answer
    expect('refused' in again ? [] : again).toEqual([])
  }
})

law('what the clock owes is always accepted, and settles', ({ happenings }) => {
  for (const { asked, answer } of happenings) {
    if (asked.by.as === 'clock') expect(answer).not.toHaveProperty('refused')
  }
})

law('the first call of a leg and the number of a visit stand for ever', ({ happenings }) => {
  const first = new Map<string, number>()
  const numbers = new Map<string, string>()
  for (const { after } of happenings) {
    for (const { id, number, legs } of values(after.state.tickets)) {
      expect(numbers.get(id) ?? number).toBe(number)
      numbers.set(id, number)
      for (const [i, { firstCalledAtMs }] of legs.entries()) {
        const known = first.get(`${id} ${i}`)
        if (known !== undefined) expect(firstCalledAtMs).toBe(known)
        else if (firstCalledAtMs !== null) first.set(`${id} ${i}`, firstCalledAtMs)
      }
    }
  }
})

law(
  'a rating is made by a citizen alone, once per leg, and only after a rateable finish',
  ({ end, happenings }) => {
    const rateable = new Set<string>()
    for (const { by, event } of end.recorded) {
      if (event.type === 'legFinished' && event.rateable) rateable.add(`${event.ticketId} ${event.leg}`)
      if (event.type !== 'legRated') continue
      expect(by).toMatch(/^(evaluator|window|phone):/)
      expect(rateable.delete(`${event.ticketId} ${event.leg}`)).toBe(true)
    }
    for (const { after } of happenings) {
      const { counts } = after.state
      expect(counts.rated).toBeLessThanOrEqual(counts.rateable)
      expect(counts.called).toBeGreaterThanOrEqual(0)
      expect(counts.missed).toBeGreaterThanOrEqual(0)
    }
  },
)

law('an undone miss stands where it stood', ({ happenings }) => {
  for (const { answer, before, after } of happenings) {
    if ('refused' in answer) continue
    for (const event of answer) {
      if (event.type !== 'missUndone') continue
      const place = (state: HallState) => lastLeg(ticketOf(state, event.ticketId) as Ticket).place
      expect(place(after.state)).toEqual(place(before.state))
    }
  }
})

law('a returned or transferred citizen stands behind exactly as many as the rule says', ({ happenings }) => {
  for (const { answer, before, after, asked } of happenings) {
    if ('refused' in answer || typeof asked.ask === 'function') continue
    const { ask: command } = asked
    const behind =
      command.command === 'returnTicket'
        ? before.hall.policy.returnTo === 'afterOthers'
          ? before.hall.policy.returnAfterOthers
          : null
        : command.command === 'transfer' && typeof command.place === 'number'
          ? command.place
          : command.command === 'transfer' && command.place === 'head'
            ? 0
            : null
    const moved = answer.at(-1)
    if (behind === null || !moved || !('ticketId' in moved)) continue
    const ticket = ticketOf(after.state, moved.ticketId) as Ticket
    const lane = after.state.lanes[laneOf(ticket, lastLeg(ticket).target)]
    const line = lane && values(lineOf(lane, ticket.rank)).map(({ n }) => n)
    expect(line?.indexOf(ticket.n)).toBe(Math.min(behind, (line?.length ?? 0) - 1))
  }
})

test('the random histories reach every kind of event', () => {
  const reached = new Set<string>()
  for (const each of fc.sample(recipe, { numRuns: 60, seed: 1 }))
    for (const { event } of lived(each).end.recorded) reached.add(event.type)
  const types = Event.options.map((option) => option.shape.type.value)
  expect(types.filter((type) => !reached.has(type))).toEqual([])
})

/** Every call with the state it was chosen in: what the same asking did first is part of that. */
function callsOf(happenings: readonly Happening[]) {
  return happenings.flatMap(({ answer, before, after, atMs }) => {
    if ('refused' in answer) return []
    let state = before.state
    return answer.flatMap((event, i) => {
      const chosenIn = state
      state = evolve(state, { seq: before.state.seq + 1 + i, atMs, by: '', event })
      return event.type === 'ticketCalled'
        ? [{ called: event, before: chosenIn, hall: after.hall, atMs }]
        : []
    })
  })
}
