import { expect, test } from 'vitest'
import { sharedPortOf, wrongInAddress } from './device-address.ts'

test('a port that no network has is found', () => {
  for (const port of [1, 9100, 65_535]) expect(wrongInAddress(`tcp://10.0.0.9:${port}`)).toBeUndefined()
  for (const port of [0, 65_536, 99_999]) expect(wrongInAddress(`tcp://10.0.0.9:${port}`)).toBe('portNumber')
  expect(wrongInAddress('tcp://[fe80::1]:9100')).toBeUndefined()
})

test('a line is set by settings that exist, with values a line can have, each once', () => {
  for (const asked of ['', '?baud=9600', '?baud=115200&bits=7&parity=even&stop=2'])
    expect(wrongInAddress(`serial:///dev/ttyUSB0${asked}`)).toBeUndefined()
  for (const asked of [
    'baud=',
    'baud=fast',
    'baud=9600.5',
    'buad=9600',
    'bits=9',
    'parity=mark',
    'stop=3',
    '',
    'baud=9600&baud=19200',
    'toString=1',
  ])
    expect(wrongInAddress(`serial:///dev/ttyUSB0?${asked}`), asked).toBe('lineSettings')
})

test('what is no line has no settings', () => {
  for (const address of ['file:///dev/usb/lp0', 'player:plughw:1,0', 'none:', 'command:vendor-led'])
    expect(wrongInAddress(address)).toBeUndefined()
})

test('a port of another machine is the hall’s, a port of this machine the station’s own', () => {
  expect(sharedPortOf('tcp://Printer-1:9100')).toBe('tcp://printer-1:9100')
  for (const address of [
    'tcp://127.0.0.1:9100',
    'tcp://localhost:9100',
    'tcp://[::1]:9100',
    'serial:///dev/ttyUSB0',
  ])
    expect(sharedPortOf(address)).toBeUndefined()
})
