import { expect, test } from 'vitest'
import { code128, modulesOf } from './code128.ts'

const symbol = (widths: number[], at: number) => widths.slice(at * 6, at * 6 + 6).join('')

test('a code is start B, one symbol a character, the check symbol and the stop', () => {
  const widths = code128('Wikipedia') ?? []
  expect(symbol(widths, 0)).toBe('211214')
  // The published check value of this word is 88, the symbol of `x`.
  expect(symbol(widths, 10)).toBe(symbol(code128('x') ?? [], 1))
  expect(widths.slice(-7).join('')).toBe('2331112')
  expect(modulesOf(widths)).toBe(11 * (9 + 2) + 13)
})

test('every printable character has its own symbol of eleven modules', () => {
  const all = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
  const symbols = all.map((character) => symbol(code128(character) ?? [], 1))
  expect(new Set(symbols).size).toBe(95)
  for (const each of symbols) expect(modulesOf([...each].map(Number))).toBe(11)
})

test('what is not printable ASCII has no code', () => {
  expect(code128('号')).toBeUndefined()
  expect(code128('')).toBeUndefined()
})
