import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualPolicy } from './policy.ts'
import {
  type Call,
  called,
  type Dropped,
  emptyQueue,
  ended,
  interrupted,
  nextTurn,
  type Queue,
  served,
} from './queue.ts'

const call = (id: string, atMs = 0, recall = 0): Call => ({ id, number: id, counter: '3', recall, atMs })

/** What a zone was asked to do, in any order. */
type Step =
  | { do: 'call'; id: number; recall: number }
  | { do: 'serve'; id: number }
  | { do: 'finish' }
  | { do: 'fail' }
  | { do: 'wait'; ms: number }

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('call' as const), id: fc.nat(9), recall: fc.nat(3) }),
    fc.record({ do: fc.constant('serve' as const), id: fc.nat(9) }),
    fc.constant({ do: 'finish' as const }),
    fc.constant({ do: 'fail' as const }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.nat(40_000) }),
  ),
  { maxLength: 60 },
)

/** Plays the steps, always saying what can be said, and keeps what the hall would have heard. */
function play(story: readonly Step[], policy = usualPolicy) {
  let queue: Queue = emptyQueue
  let nowMs = 0
  const said: { call: Call; times: number; atMs: number; waiting: number }[] = []
  const dropped: Dropped[] = []
  const accepted: Call[] = []
  const after = (next: { queue: Queue; dropped: Dropped[] }) => {
    queue = next.queue
    dropped.push(...next.dropped)
  }
  for (const step of story) {
    if (step.do === 'wait') nowMs += step.ms
    if (step.do === 'finish') queue = ended(queue)
    if (step.do === 'fail') after(interrupted(queue))
    if (step.do === 'serve') after(served(queue, `A${step.id}`))
    if (step.do === 'call') {
      const before = queue
      const next = call(`A${step.id}`, nowMs, step.recall)
      after(called(queue, next, policy))
      if (queue !== before) accepted.push(next)
    }
    const waiting = queue.waiting.filter((one) => nowMs - one.atMs <= policy.expiresMs).length
    const { turn, ...rest } = nextTurn(queue, nowMs, policy)
    after(rest)
    if (turn.status === 'say') said.push({ call: turn.call, times: turn.times, atMs: nowMs, waiting })
  }
  return { said, dropped, accepted, queue }
}

test('five calls in one second are said in order, all of them (T12)', () => {
  const five = [0, 1, 2, 3, 4].map((id): Step => ({ do: 'call', id, recall: 0 }))
  const saying = new Array<Step[]>(5).fill([{ do: 'wait', ms: 10_000 }, { do: 'finish' }]).flat()
  const { said, dropped } = play([...five, ...saying])
  expect(said.map((one) => one.call.id)).toEqual(['A0', 'A1', 'A2', 'A3', 'A4'])
  expect(dropped).toEqual([])
})

test('calls of different citizens are said in the order they were called', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), fc.array(fc.nat(3)), (ids, pauses) => {
      const story = ids.flatMap((id, at): Step[] => [
        { do: 'call', id, recall: 0 },
        ...new Array<Step>(pauses[at] ?? 0).fill({ do: 'finish' }),
      ])
      const { said } = play([...story, ...new Array<Step>(50).fill({ do: 'finish' })])
      expect(said.map((one) => one.call.id)).toEqual(ids.map((id) => `A${id}`))
    }),
  )
})

test('no call is lost and none is said twice: each is said, dropped with a reason, replaced by its recall, or waits', () => {
  fc.assert(
    fc.property(
      steps.map((story) => story.filter((step) => step.do !== 'fail')),
      (story) => {
        const { said, dropped, accepted, queue } = play(story)
        const key = (one: Call) => `${one.id} ${one.recall} ${one.atMs}`
        const ends = [...said, ...dropped].map((one) => key(one.call)).concat(queue.waiting.map(key))
        expect(new Set(ends).size).toBe(ends.length)
        for (const one of accepted) {
          const recalled = accepted.slice(accepted.indexOf(one) + 1).some((other) => other.id === one.id)
          if (!recalled) expect(ends).toContain(key(one))
        }
        expect(ends.length).toBeLessThanOrEqual(accepted.length)
      },
    ),
  )
})

test('nobody ever waits twice, and one sentence is said at a time', () => {
  fc.assert(
    fc.property(steps, (story) => {
      const { queue } = play(story)
      expect(new Set(queue.waiting.map((one) => one.id)).size).toBe(queue.waiting.length)
      if (queue.waiting.length > 0) expect(queue.now.status).toBe('speaking')
    }),
  )
})

test('nothing older than its time is said, nothing said more than once with more than three waiting', () => {
  fc.assert(
    fc.property(steps, (story) => {
      for (const { call, times, atMs, waiting } of play(story).said) {
        expect(atMs - call.atMs).toBeLessThanOrEqual(usualPolicy.expiresMs)
        expect(times).toBe(waiting > 3 ? 1 : 2)
      }
    }),
  )
})

function queueOf(...calls: Call[]): Queue {
  return calls.reduce((queue, next) => called(queue, next, usualPolicy).queue, emptyQueue)
}

test('a recall takes the place of its waiting entry and starts its time anew', () => {
  const queue = queueOf(call('A1'), call('A2'), call('A3'), call('A1', 60_000, 1))
  expect(queue.waiting).toEqual([call('A1', 60_000, 1), call('A2'), call('A3')])
  const { turn, dropped } = nextTurn(queue, 100_000, usualPolicy)
  expect(turn).toMatchObject({ status: 'say', call: { id: 'A1', recall: 1 } })
  expect(dropped.map((one) => [one.call.id, one.why])).toEqual([
    ['A2', 'expired'],
    ['A3', 'expired'],
  ])
})

test('a recall of a call already said sounds again; the same message delivered twice does not', () => {
  const said = ended(nextTurn(queueOf(call('A1')), 0, usualPolicy).queue)
  expect(called(said, call('A1'), usualPolicy).queue.waiting).toEqual([])
  expect(called(said, call('A1', 20_000, 1), usualPolicy).queue.waiting).toEqual([call('A1', 20_000, 1)])
})

test('the same citizen called later at another counter is said, though not a recall', () => {
  const said = ended(nextTurn(queueOf(call('A1', 0, 2)), 0, usualPolicy).queue)
  const again = { ...call('A1', 600_000, 0), counter: '7' }
  expect(called(said, again, usualPolicy).queue.waiting).toEqual([again])
})

test('who has been served is dropped while waiting and not cut while being said', () => {
  const queue = nextTurn(queueOf(call('A1'), call('A2')), 0, usualPolicy).queue
  const { dropped, queue: after } = served(served(queue, 'A1').queue, 'A2')
  expect(dropped).toEqual([{ call: call('A2'), why: 'served' }])
  expect(after.now).toMatchObject({ status: 'speaking', call: { id: 'A1' } })
})

test('a sentence the loudspeaker lost is next again, unless its citizen came or was called again', () => {
  const speaking = nextTurn(queueOf(call('A1'), call('A2')), 0, usualPolicy).queue
  expect(interrupted(speaking).queue.waiting.map((one) => one.id)).toEqual(['A1', 'A2'])
  expect(interrupted(served(speaking, 'A1').queue)).toMatchObject({
    queue: { waiting: [{ id: 'A2' }] },
    dropped: [{ why: 'served' }],
  })
  const recalled = called(speaking, call('A1', 1, 1), usualPolicy).queue
  expect(interrupted(recalled).queue.waiting).toEqual([call('A2'), call('A1', 1, 1)])
})

test('beyond the limit the oldest waiting call gives way', () => {
  const policy = { ...usualPolicy, waitingLimit: 2 }
  const { queue, dropped } = called(queueOf(call('A1'), call('A2')), call('A3'), policy)
  expect(queue.waiting.map((one) => one.id)).toEqual(['A2', 'A3'])
  expect(dropped).toEqual([{ call: call('A1'), why: 'crowded' }])
})

const day = [
  { from: '08:00', gain: 1 },
  { from: '12:00', gain: 0.4 },
  { from: '13:30', gain: 1 },
  { from: '18:00', gain: 0 },
]

test.each([
  ['07:59', 0],
  ['08:00', 1],
  ['12:30', 0.4],
  ['17:59', 1],
  ['23:59', 0],
  ['00:00', 0],
])('at %s in the hall a sentence is said at %d, wherever the machine stands', (time, gain) => {
  const nowMs = Date.parse(`2026-03-11T${time}:00+08:00`)
  const { turn } = nextTurn(queueOf(call('A1', nowMs)), nowMs, { ...usualPolicy, loudness: day })
  expect(turn).toMatchObject(gain === 0 ? { status: 'rest' } : { status: 'say', gain })
})

test('a zone without steps is always full', () => {
  expect(nextTurn(queueOf(call('A1', 0)), 0, usualPolicy).turn).toMatchObject({ status: 'say', gain: 1 })
})

test('in quiet hours nothing is said and nothing is kept for the morning', () => {
  const nightMs = Date.parse('2026-03-11T19:00:00+08:00')
  const policy = { ...usualPolicy, loudness: day }
  const { queue, dropped, turn } = nextTurn(queueOf(call('A1', nightMs)), nightMs, policy)
  expect(turn).toEqual({ status: 'rest' })
  expect(queue.waiting).toEqual([])
  expect(dropped).toEqual([{ call: call('A1', nightMs), why: 'quiet' }])
})

test('a word to everybody goes before every call, once, aloud also in quiet hours, however old', () => {
  const quietAllDay = { ...usualPolicy, loudness: [{ from: '00:00', gain: 0 }] }
  const leave: Call = { ...call('leave'), order: { 'zh-CN': '请离开', en: '' } }
  let queue = emptyQueue
  for (const each of [call('A001'), leave]) queue = called(queue, each, quietAllDay).queue
  const first = nextTurn(queue, 10 * 60_000, quietAllDay)
  expect(first.turn).toEqual({ status: 'say', call: leave, times: 1, gain: 1 })
  expect(first.queue.waiting.map(({ id }) => id)).toEqual(['A001'])
  expect(nextTurn(ended(first.queue), 10 * 60_000, quietAllDay).turn).toEqual({ status: 'rest' })
})
