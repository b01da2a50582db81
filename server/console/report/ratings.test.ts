import type { ReportLine } from '@jiaohao/core/contract/routes.ts'
import { expect, test } from 'vitest'
import { noShow, participation, percentOf, satisfaction } from './ratings.ts'

const none = { n: 0, meanMs: null, p50Ms: null, p90Ms: null, longestMs: null }
const line = (change: Partial<ReportLine>): ReportLine => ({
  id: '',
  name: '',
  issued: 0,
  called: 0,
  finished: 0,
  missed: 0,
  cancelled: 0,
  expired: 0,
  abandoned: 0,
  wait: none,
  walk: none,
  service: none,
  stay: none,
  rateable: 0,
  rated: 0,
  levels: [0, 0, 0, 0, 0],
  ...change,
})

test('rating rate and satisfaction are apart, each with its own n', () => {
  const day = line({ rateable: 40, rated: 30, levels: [20, 5, 2, 2, 1] })
  expect(participation(day)).toEqual({ is: 'share', percent: 75, n: 40 })
  expect(satisfaction(day)).toEqual({ is: 'share', percent: 90, n: 30 })
})

test('fewer than five is no sample', () => {
  const few = line({ rateable: 4, rated: 4, levels: [4, 0, 0, 0, 0] })
  expect(participation(few)).toEqual({ is: 'tooFew', n: 4 })
  expect(satisfaction(few)).toEqual({ is: 'tooFew', n: 4 })
  expect(noShow(line({ called: 4, missed: 1 }))).toEqual({ is: 'tooFew', n: 4 })
})

test('marks the hub withholds are never guessed, and sort last', () => {
  const clerk = line({ rateable: 12, rated: 9, levels: null })
  expect(satisfaction(clerk)).toEqual({ is: 'withheld', n: 9 })
  expect(percentOf(satisfaction(clerk))).toBeLessThan(0)
})
