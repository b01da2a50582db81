import { expect, test } from 'vitest'
import { tileGrid } from './tile-grid.ts'

const standing = { width: 1000, height: 1500, gap: 20, leastWidth: 350, mostWidth: 1020, leastHeight: 230 }
const lying = { ...standing, width: 1840, height: 720 }

test('few services get wide tiles on a standing screen', () => {
  expect(tileGrid(3, standing)).toEqual({ columns: 1, rows: 6 })
})

test('more services get more columns, never narrower than a finger reads', () => {
  expect(tileGrid(8, standing).columns).toBe(2)
  expect(tileGrid(200, standing).columns).toBe(2)
  expect(tileGrid(200, lying).columns).toBe(5)
})

test('a lying screen never stretches one tile over its whole width', () => {
  expect(tileGrid(1, lying).columns).toBe(2)
})

test('a screen too small for one tile still shows one', () => {
  expect(tileGrid(5, { ...standing, width: 100, height: 50 })).toEqual({ columns: 1, rows: 1 })
})
