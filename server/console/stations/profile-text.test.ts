import { exampleFile, ff68File } from '@jiaohao/core/contract/keypad-profiles.ts'
import { expect, test } from 'vitest'
import { fileIn, textOf } from './profile-text.ts'

test.each([ff68File, exampleFile])('$name is written as a file that reads the same', (file) => {
  expect(fileIn(textOf(file))).toEqual(file)
  expect(textOf(file)).toContain('{ "key": "callNext", "data": "0')
})

test('what is no file is told by the reason, and never passes for the built-in profile', () => {
  expect(fileIn('  ')).toBe('')
  expect(fileIn('{"head": ')).toMatch(/JSON/)
  expect(fileIn('"ff68"')).not.toBe('ff68')
})
