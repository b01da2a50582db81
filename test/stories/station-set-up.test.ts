import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestHall, type TestHall } from '../hall/open-hall.ts'

let hall: TestHall
let cookie: string
beforeEach(async () => {
  hall = await openTestHall()
  cookie = (await hall.staff('zhang', 'administrator')).cookie
})
afterEach(() => hall.close())

async function save(id: string, kind: string, devices: object[]) {
  const reply = await fetch(`${hall.url}/api/stations/${id}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: '一号', kind, counterIds: kind === 'window' ? ['c1'] : [], devices }),
  })
  const { problems = [] } = (await reply.json()) as { problems?: { path: string; problem: string }[] }
  return problems.map(({ path, problem }) => `${path} ${problem}`)
}
const printer = (address: string) => ({ id: 'printer', kind: 'printer', address })

test('an address that cannot be meant is refused at its field, and nothing of it is saved', async () => {
  const { id } = await hall.station({ kind: 'kiosk' })
  expect(await save(id, 'kiosk', [printer('tcp://10.0.0.9:99999')])).toEqual(['devices.0.address portNumber'])
  expect(await save(id, 'kiosk', [printer('serial:///dev/ttyUSB0?buad=9600')])).toEqual([
    'devices.0.address lineSettings',
  ])
  expect(hall.hub.parts.stations.find(id)?.devices).toEqual([])
  expect(await save(id, 'kiosk', [printer('serial:///dev/ttyUSB0?baud=115200&parity=even')])).toEqual([])
})

test('two stations cannot drive one network port; what is on a station’s own machine is its own', async () => {
  const [first, second] = [await hall.station({ kind: 'kiosk' }), await hall.station({ kind: 'kiosk' })]
  expect(await save(first.id, 'kiosk', [printer('tcp://printer-1:9100')])).toEqual([])
  expect(await save(first.id, 'kiosk', [printer('tcp://printer-1:9100')])).toEqual([])
  expect(await save(second.id, 'kiosk', [printer('tcp://Printer-1:9100')])).toEqual([
    'devices.0.address portOfOther',
  ])
  expect(await save(first.id, 'kiosk', [printer('tcp://127.0.0.1:9100')])).toEqual([])
  expect(await save(second.id, 'kiosk', [printer('tcp://127.0.0.1:9100')])).toEqual([])
})

test('keypads at one address, and devices of a counter or zone that is gone, are refused at their field', async () => {
  const { id } = await hall.station({ kind: 'window', counterIds: ['c1'] })
  const counters = [
    { address: 3, counterId: 'c1' },
    { address: 3, counterId: 'c99' },
  ]
  const bus = { id: 'bus', kind: 'keypads', address: 'serial:///dev/ttyUSB0', counters }
  const strip = { id: 'strip', kind: 'led', address: 'tcp://10.0.0.8:5005', counterId: 'c99' }
  expect(await save(id, 'window', [bus, strip])).toEqual([
    'devices.0.counters.1.counterId unknown',
    'devices.0.counters.1.address repeated',
    'devices.1.counterId unknown',
  ])
})
