import { expect, test } from 'vitest'
import { elsewhere } from './elsewhere.ts'

const t = (key: string, given?: object) => `${key} ${Object.values(given ?? {}).join('|')}`

test('the nearest kiosk that prints is named with its zone; nothing is said when none prints', () => {
  const west = { name: '2号机', zone: '西厅' }
  expect(elsewhere([west, { name: '3号机', zone: '' }], t)).toBe('kiosk.fault.elsewhereIn 2号机|西厅')
  expect(elsewhere([{ name: '3号机', zone: '' }], t)).toBe('kiosk.fault.elsewhere 3号机')
  expect(elsewhere([], t)).toBe('')
})
