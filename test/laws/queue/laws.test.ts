import { Event } from '@jiaohao/core/queue/event.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { laws } from './laws.ts'
import { type History, lived, type Recipe, recipe } from './random-history.ts'

const numRuns = 40
const seed = Number(process.env.LAWS_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Every law judges the same random histories: each is lived once, and shrunk, for a minute at most, when it breaks a law. */
test.each(laws)(
  '$title',
  ({ holds }) => {
    fc.assert(
      fc.property(recipe, (each) => holds(remembered(each))),
      { numRuns, seed, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    )
  },
  90_000,
)

const memory = new Map<string, History>()
function remembered(each: Recipe): History {
  const key = JSON.stringify(each)
  const history = memory.get(key) ?? lived(each)
  if (memory.size < numRuns) memory.set(key, history)
  return history
}

test('the random histories reach every kind of event', () => {
  const reached = new Set<string>()
  for (const each of fc.sample(recipe, { numRuns: 60, seed: 1 }))
    for (const { event } of lived(each).end.recorded) reached.add(event.type)
  const types = Event.options.map((option) => option.shape.type.value)
  expect(types.filter((type) => !reached.has(type))).toEqual([])
})
