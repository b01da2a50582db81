import { expect, test } from 'vitest'
import { Device, portsTwice } from './station.ts'

const at = (...addresses: string[]) => portsTwice(addresses.map((address) => ({ address })))

test('a reader and a scanner sit on a line, and on nothing else', () => {
  for (const kind of ['idReader', 'scanner'] as const) {
    expect(Device.safeParse({ id: 'd', kind, address: 'serial:///dev/ttyUSB2?baud=115200' }).success).toBe(
      true,
    )
    expect(Device.safeParse({ id: 'd', kind, address: 'tcp://10.0.0.9:4001' }).success).toBe(true)
    for (const address of ['file:///dev/usb/lp0', 'player:', 'none:', 'command:reader', 'https://10.0.0.9:1'])
      expect(Device.safeParse({ id: 'd', kind, address }).success, address).toBe(false)
  }
})

test('two devices on one port are found, however their lines are set; each but the first', () => {
  expect(at('serial:///dev/ttyUSB0?baud=9600', 'tcp://h:1', 'serial:///dev/ttyUSB0?baud=115200')).toEqual([2])
  expect(at('tcp://h:1', 'tcp://h:1', 'tcp://h:2', 'tcp://h:1')).toEqual([1, 3])
})

test('a sound card, silence and a program may serve two devices', () => {
  expect(at('player:', 'player:', 'none:', 'none:', 'command:a', 'command:a')).toEqual([])
})
