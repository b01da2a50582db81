import assert from 'node:assert/strict'
import { Event } from '@jiaohao/core/queue/event.ts'
import { evolve, replay } from '@jiaohao/core/queue/evolve.ts'
import { ask } from '@jiaohao/core/queue/given.ts'
import type { Counter } from '@jiaohao/core/queue/hall.ts'
import { bySince, laneSize, lineOf, ordinaryRank, type Since } from '@jiaohao/core/queue/lane.ts'
import { linesOf } from '@jiaohao/core/queue/lines.ts'
import { lanesNow } from '@jiaohao/core/queue/order.ts'
import { values } from '@jiaohao/core/queue/sorted.ts'
import {
  emptyState,
  type HallState,
  type Leg,
  laneOf,
  lastLeg,
  type Ticket,
  ticketOf,
} from '@jiaohao/core/queue/state.ts'
import { appointmentLaws } from './appointment-laws.ts'
import type { Happening, History } from './random-history.ts'

/** What must hold of every history, whatever the rules and whatever happened; `holds` throws where it does not. */
export interface Law {
  title: string
  holds: (history: History) => void
}

export const laws: readonly Law[] = [
  ...appointmentLaws,
  {
    title: 'numbers are unique and without a gap, per series and day',
    holds: ({ end }) => {
      let day = ''
      const last = new Map<string, number>()
      const numbers = new Set<string>()
      for (const { event } of end.recorded) {
        if (event.type === 'dayOpened') day = event.day
        if (event.type !== 'ticketTaken') continue
        assert.equal(event.sequence, (last.get(`${day} ${event.prefix}`) ?? 0) + 1)
        assert.equal(event.n, (last.get(day) ?? 0) + 1)
        assert.equal(event.ticketId, `${day}-${event.n}`)
        assert.equal(numbers.has(`${day} ${event.number}`), false)
        last.set(`${day} ${event.prefix}`, event.sequence).set(day, event.n)
        numbers.add(`${day} ${event.number}`)
      }
    },
  },
  {
    title: 'nobody is in two places, and everybody is where the status says',
    holds: ({ happenings }) => {
      for (const { after } of happenings) {
        const { state } = after
        for (const each of values(state.tickets)) assert.deepEqual(placesOf(state, each), placesBy(each))
        const inLanes = Object.values(state.lanes).reduce((sum, lane) => sum + laneSize(lane), 0)
        assert.equal(inLanes, values(state.tickets).filter(({ status }) => status.at === 'waiting').length)
      }
    },
  },
  {
    title: 'one open leg per counter, one counter per clerk, and only the last leg of a visit is open',
    holds: ({ happenings }) => {
      for (const { after } of happenings) {
        const { state } = after
        const open = Object.values(state.counters).filter((counter) => counter.at === 'open')
        assert.equal(new Set(open.map(({ staffId }) => staffId)).size, open.length)
        const at = values(state.tickets).flatMap(({ status }) =>
          status.at === 'called' || status.at === 'serving' ? [status.counterId] : [],
        )
        assert.equal(new Set(at).size, at.length)
        for (const { legs } of values(state.tickets))
          assert.equal(
            legs.slice(0, -1).every(({ ended }) => ended !== null),
            true,
          )
      }
    },
  },
  {
    title: 'within a service and a class the first come are the first called',
    holds: ({ happenings, end }) => {
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
        assert.deepEqual(
          passedOver.map(({ number }) => number),
          [],
        )
      }
    },
  },
  {
    title: 'at a counter an ordinary citizen is passed by at most priorityRun priority calls in a row',
    holds: ({ happenings }) => {
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
          assert.ok(
            Math.max(0, ...(passed.get(event.counterId)?.values() ?? [])) <= after.hall.policy.priorityRun,
          )
        }
      }
    },
  },
  /**
   * Counted without asking the rules: whoever waits in a lane the counter works is passed when somebody is called
   * there who has waited less.
   */
  {
    title: 'nobody is ever passed more often than the hall has promised',
    holds: ({ happenings }) => {
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
          const times = (passed.get(key) ?? 0) + 1
          passed.set(key, times)
          assert.ok(times <= hall.policy.mostPassed, `passed ${times} times`)
        }
        assert.ok(called.why.passed >= longer)
      }
    },
  },
  {
    title: 'a refusal changes nothing, and nothing ever changes a state in place',
    holds: ({ happenings }) => {
      for (const { before, after, answer, asked } of happenings) {
        deepFreeze(before.state)
        if ('refused' in answer) assert.equal(after.state, before.state)
        assert.deepEqual(ask(before, asked).answer, answer)
      }
    },
  },
  {
    title: 'the journal read back gives the same state, without asking the hall',
    holds: ({ end }) => {
      const journal = end.recorded.map(({ event, ...rest }) => ({
        ...rest,
        event: Event.parse(JSON.parse(JSON.stringify(event))),
      }))
      assert.deepEqual(replay(journal), end.state)
      const opened = journal.findLastIndex(({ event }) => event.type === 'dayOpened')
      assert.deepEqual(replay(journal.slice(opened)), end.state)
      const half = Math.floor(journal.length / 2)
      assert.deepEqual(replay(journal.slice(half), replay(journal.slice(0, half))), end.state)
    },
  },
  {
    title: 'by the end of the day every ticket is finished, missed, cancelled, expired or void',
    holds: ({ end }) => {
      let state = emptyState
      for (const each of end.recorded) {
        if (each.event.type === 'dayOpened') {
          assert.deepEqual(
            values(state.tickets)
              .map(({ status }) => status.at)
              .filter((at) => !over.has(at)),
            [],
          )
          assert.deepEqual(
            Object.values(state.counters).filter((counter) => counter.at === 'open'),
            [],
          )
          assert.deepEqual(state.held, [])
        }
        state = evolve(state, each)
      }
    },
  },
  {
    title: 'a command repeated right away has no second effect',
    holds: ({ happenings }) => {
      for (const { asked, after, answer } of happenings) {
        if ('refused' in answer || typeof asked.ask === 'function') continue
        const { command } = asked.ask
        if (command === 'takeTicket' || command === 'bookAppointment' || command === 'recall') continue
        if (command === 'callNext' && asked.ask.finishCurrent) continue
        const again = ask(after, asked).answer
        assert.deepEqual('refused' in again ? [] : again, [])
      }
    },
  },
  {
    title: 'what the clock owes is always accepted, and settles',
    holds: ({ happenings }) => {
      for (const { asked, answer } of happenings) {
        if (asked.by.as === 'clock') assert.ok(!('refused' in answer))
      }
    },
  },
  {
    title: 'the first call of a leg and the number of a visit stand for ever',
    holds: ({ happenings }) => {
      const first = new Map<string, number>()
      const numbers = new Map<string, string>()
      for (const { after } of happenings) {
        for (const { id, number, legs } of values(after.state.tickets)) {
          assert.equal(numbers.get(id) ?? number, number)
          numbers.set(id, number)
          for (const [i, { firstCalledAtMs }] of legs.entries()) {
            const known = first.get(`${id} ${i}`)
            if (known !== undefined) assert.equal(firstCalledAtMs, known)
            else if (firstCalledAtMs !== null) first.set(`${id} ${i}`, firstCalledAtMs)
          }
        }
      }
    },
  },
  {
    title: 'a rating is made by a citizen alone, once per leg, and only after a rateable finish',
    holds: ({ end, happenings }) => {
      const rateable = new Set<string>()
      for (const { by, event } of end.recorded) {
        if (event.type === 'legFinished' && event.rateable) rateable.add(`${event.ticketId} ${event.leg}`)
        if (event.type !== 'legRated') continue
        assert.match(by, /^(evaluator|window|phone):/)
        assert.equal(rateable.delete(`${event.ticketId} ${event.leg}`), true)
      }
      for (const { after } of happenings) {
        const { counts } = after.state
        assert.ok(counts.rated <= counts.rateable)
        assert.ok(counts.called >= 0)
        assert.ok(counts.missed >= 0)
      }
    },
  },
  {
    title: 'an undone miss stands where it stood',
    holds: ({ happenings }) => {
      for (const { answer, before, after } of happenings) {
        if ('refused' in answer) continue
        for (const event of answer) {
          if (event.type !== 'missUndone') continue
          const place = (state: HallState) => lastLeg(ticketOf(state, event.ticketId) as Ticket).place
          assert.deepEqual(place(after.state), place(before.state))
        }
      }
    },
  },
  {
    title: 'a returned or transferred citizen stands behind exactly as many as the rule says',
    holds: ({ happenings }) => {
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
        assert.equal(line?.indexOf(ticket.n), Math.min(behind, (line?.length ?? 0) - 1))
      }
    },
  },
]

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
  assert.equal(ticketOf(state, id)?.n, n)
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

function deepFreeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const each of Object.values(value)) deepFreeze(each)
}

const over = new Set(['finished', 'missed', 'cancelled', 'expired', 'void'])

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
