import { expect, test } from 'vitest'
import { passwordRule, strongEnough } from './password-rule.ts'

test('eight characters of three classes are enough', () => {
  expect(strongEnough('Hall2026')).toBe(true)
  expect(strongEnough('hall-2026')).toBe(true)
})

test('length counts characters, not UTF-16 units', () => {
  expect(passwordRule('Aa1𠮷𠮷').longEnough).toBe(false)
})

test('two classes are too few, however long', () => {
  expect(passwordRule('hallhallhall2026')).toEqual({ longEnough: true, mixed: false })
})
