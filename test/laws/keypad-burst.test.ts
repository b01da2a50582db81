import {
  gapMs,
  hear,
  lapsed,
  mostKeys,
  nothingWaits,
  padKeys,
} from '@jiaohao/window-terminal/screens/counter/keypad-burst.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const pad = fc.constantFrom(...Object.keys(padKeys))
const enter = fc.constantFrom('NumpadEnter', 'Enter')
const anyKey = fc.oneof(pad, enter, fc.constantFrom('KeyA', 'Digit1', 'F1', 'Backspace'))
const quick = fc.integer({ min: 0, max: gapMs })
const slow = fc.integer({ min: gapMs + 1, max: 2_000 })
const key = (code: fc.Arbitrary<string>, afterMs: fc.Arbitrary<number>) => fc.tuple(code, afterMs)
type Run = [key: string, afterMs: number][]

/** Plays keys; says which went through to the page in which order, and which codes a keypad gave. */
function play(keys: Run) {
  let waiting = nothingWaits
  let atMs = 0
  const through: string[] = []
  const codes: string[] = []
  const all: string[] = []
  for (const [code, afterMs] of keys) {
    atMs += afterMs
    const held = [...lapsed(waiting)]
    const heard = hear(waiting, code, atMs)
    waiting = heard.waiting
    through.push(...heard.released)
    all.push(...heard.released)
    if (heard.now === 'through') {
      through.push(code)
      all.push(code)
    } else if (heard.now !== 'held') {
      codes.push(heard.now.code)
      all.push(...held.slice(heard.released.length), code)
    }
  }
  through.push(...lapsed(waiting))
  all.push(...lapsed(waiting))
  return { through, codes, all }
}

const person = fc.array(key(anyKey, slow), { maxLength: 30 })
const code = fc.array(pad, { minLength: 1, maxLength: mostKeys })
/** A device's code: a pause, its keys and Enter a few milliseconds apart. */
const device = fc
  .tuple(code, slow, enter, fc.array(quick, { minLength: mostKeys + 1, maxLength: mostKeys + 1 }))
  .map(
    ([keys, pauseMs, end, gaps]): Run =>
      [...keys, end].map((each, i) => [each, i === 0 ? pauseMs : (gaps[i] ?? 0)]),
  )
const written = (run: Run) => run.map(([each]) => padKeys[each] ?? '').join('')

test('whatever a person types goes through, in order, and is never a code', () => {
  fc.assert(
    fc.property(person, (keys) => {
      expect(play(keys)).toMatchObject({ codes: [], through: keys.map(([each]) => each) })
    }),
  )
})

test('a code is heard once, whole, and nothing of it goes through', () => {
  fc.assert(
    fc.property(person, device, person, (before, burst, after) => {
      const { codes, through } = play([...before, ...burst, ...after])
      expect(codes).toEqual([written(burst)])
      expect(through).toEqual([...before, ...after].map(([each]) => each))
    }),
  )
})

test('no key is lost, doubled or put before another, however they come', () => {
  fc.assert(
    fc.property(fc.array(key(anyKey, fc.oneof(quick, slow)), { maxLength: 40 }), (keys) => {
      expect(play(keys).all).toEqual(keys.map(([each]) => each))
    }),
  )
})

test("a scanner's long run is none, nor is its end", () => {
  const long = fc.array(pad, { minLength: mostKeys + 1, maxLength: 40 })
  fc.assert(
    fc.property(long, (keys) => {
      const run = [...keys, 'Enter'].map((each): [string, number] => [each, 5])
      expect(play(run)).toMatchObject({ codes: [], through: run.map(([each]) => each) })
    }),
  )
})

test('a run with another key in it is none', () => {
  const run: Run = ['KeyA', 'Numpad1', 'Enter'].map((each) => [each, 5])
  expect(play(run).codes).toEqual([])
})
