import type { Local } from '@jiaohao/core/contract/socket.ts'
import { expect, test } from 'vitest'
import { paperOf } from './paper.ts'

const local = (...states: string[]): Local => ({
  hub: { is: 'online' },
  devices: states.map((state, n) => ({ id: `p${n}`, kind: 'printer', state, sinceMs: 7, detail: '' })),
})

test('a page the hub serves, or a station without printer, has no paper', () => {
  expect(paperOf(null)).toEqual({ is: 'none' })
  expect(paperOf(local())).toEqual({ is: 'none' })
})

test('nearly empty paper is still paper', () => {
  expect(paperOf(local('nearEnd'))).toEqual({ is: 'ready', nearEnd: true })
})

test('one working printer of two is enough', () => {
  expect(paperOf(local('paperOut', 'ready'))).toEqual({ is: 'ready', nearEnd: false })
})

test('a fault is told by name, and one without a text as a fault', () => {
  expect(paperOf(local('coverOpen'))).toEqual({ is: 'trouble', trouble: 'coverOpen', sinceMs: 7 })
  expect(paperOf(local('cutter'))).toEqual({ is: 'trouble', trouble: 'error', sinceMs: 7 })
})
