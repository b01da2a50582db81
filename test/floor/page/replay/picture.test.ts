import type { Moment } from '@jiaohao/core/contract/replay.ts'
import { expect, test } from 'vitest'
import { openPictures } from './picture.ts'

const moments: Moment[] = [
  { atMs: 10, waiting: { social: 1 } },
  { atMs: 20, waiting: { social: 2, tax: 1 } },
  {
    atMs: 30,
    waiting: { social: 1 },
    counters: [{ counterId: 'c1', state: 'calling', number: 'A001' }],
    call: { number: 'A001', counterId: 'c1', again: false },
  },
  { atMs: 40, counters: [{ counterId: 'c1', state: 'idle', number: null }], finished: 1 },
]

test('each instant shows all that had happened by then, and nothing later', () => {
  const pictures = openPictures(moments)
  expect(pictures.at(9)).toEqual({ waiting: {}, counters: {}, finished: 0, calls: [] })
  expect(pictures.at(30)).toMatchObject({ waiting: { social: 1, tax: 1 }, finished: 0 })
  expect(pictures.at(30).calls.map(({ number }) => number)).toEqual(['A001'])
  expect(pictures.at(99)).toMatchObject({ counters: { c1: { state: 'idle' } }, finished: 1 })
})

test('going back shows what going there showed', () => {
  const pictures = openPictures(moments)
  const then = pictures.at(20)
  pictures.at(99)
  expect(pictures.at(20)).toEqual(then)
})
