import { expect, test } from 'vitest'
import { asCode, doubledVerbs, keypadIn, usualKeypad, verbOfCode } from './keypad-settings.ts'

test('off until somebody switches it on, in the order of the F-keys', () => {
  expect(keypadIn(null)).toEqual(usualKeypad)
  expect(usualKeypad.on).toBe(false)
  expect(['1', '2', '8'].map((code) => verbOfCode(usualKeypad, code))).toEqual(['next', 'recall', 'pause'])
})

test.each(['{', 'null', '[]', '{"on":1,"codes":{"next":7}}', '{"codes":{"next":"rm"}}'])(
  'what %s left behind is as usual',
  (text) => expect(keypadIn(text)).toEqual(usualKeypad),
)

test('what was chosen comes back', () => {
  const chosen = { on: true, codes: { ...usualKeypad.codes, next: '12', recall: '+' } }
  expect(keypadIn(JSON.stringify(chosen))).toEqual(chosen)
})

test('one code for two verbs is told at the second', () => {
  expect(doubledVerbs({ on: true, codes: { ...usualKeypad.codes, miss: '1' } })).toEqual(['miss'])
  expect(doubledVerbs(usualKeypad)).toEqual([])
  expect(verbOfCode(usualKeypad, '')).toBeUndefined()
})

test('only what a keypad can send is a code', () => {
  expect(asCode('1a２ 2+345678')).toBe('12+345')
})
