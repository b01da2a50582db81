import type { KioskService } from '@jiaohao/core/views/kiosk.ts'
import { expect, test } from 'vitest'
import { departmentsOf, pagesOf } from './service-pages.ts'

const services = (count: number, departments: string[]): KioskService[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `s${n}`,
    name: `业务${n}`,
    nameEn: '',
    prefix: 'A',
    waiting: 0,
    wait: null,
    openCounters: 1,
    department: departments[n % departments.length] as string,
    bring: [],
    items: 0,
    where: '',
    shut: null,
    opens: null,
    because: '',
    identity: 'none',
  }))

test('up to three pages keep the order of the hall', () => {
  const pages = pagesOf(services(30, ['人社局', '医保局']), 12)
  expect(pages.map((page) => page.services.length)).toEqual([12, 12, 6])
  expect(departmentsOf(pages)).toEqual([''])
})

test('a longer list stands department by department, and none is lost', () => {
  const pages = pagesOf(services(60, ['人社局', '医保局', '']), 12)
  expect(departmentsOf(pages)).toEqual(['人社局', '医保局', ''])
  expect(pages.flatMap((page) => page.services)).toHaveLength(60)
  expect(pages.every((page) => page.services.length <= 12)).toBe(true)
})

test('no services make no page', () => {
  expect(pagesOf([], 12)).toEqual([])
})
