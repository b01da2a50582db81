import { expect, test } from 'vitest'
import { hall } from '../queue/cast.ts'
import { emptyState } from '../queue/state.ts'
import { type KioskNow, kioskView } from './kiosk.ts'

const kiosk = (stationId: string, zoneId: string, canPrint = true): KioskNow => ({
  stationId,
  name: `机${stationId}`,
  zoneId,
  canPrint,
})
const twoFloors = { ...hall, zones: [...hall.zones, { id: 'upper', name: '二楼' }] }
const [near, far] = ['ground', 'upper']
const others = (kiosks: KioskNow[]) =>
  kioskView(twoFloors, emptyState, { as: 'kiosk', stationId: 'k1' }, 0, kiosks).otherKiosks.map(
    ({ name, zone }) => `${name} ${zone}`,
  )

test('a kiosk is told of the others that can print, those of its own zone first, never of itself', () => {
  const all = [
    kiosk('k1', near),
    kiosk('k2', far),
    kiosk('k3', near, false),
    kiosk('k4', near),
    kiosk('k5', ''),
  ]
  expect(others(all)).toEqual(['机k4 一楼', '机k2 二楼', '机k5 '])
  expect(others([kiosk('k1', near)])).toEqual([])
})

test('the layout of slips travels only with a slip to print', () => {
  expect(kioskView(hall, emptyState, { as: 'kiosk', stationId: 'k1' }, 0).slip).toBeNull()
})
