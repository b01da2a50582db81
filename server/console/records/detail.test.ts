import { expect, test } from 'vitest'
import { detailOf } from './detail.ts'

test('a note reads as its fields, without the empty ones', () => {
  expect(detailOf('{"id":"k2","name":"东门取号机","zoneId":"","may":[],"active":true}')).toBe(
    'id k2 · name 东门取号机 · active true',
  )
})

test('a plain note, and one cut short, stay as they are', () => {
  expect(detailOf('192.168.1.31')).toBe('192.168.1.31')
  expect(detailOf('{"name":"东门')).toBe('{"name":"东门')
})
