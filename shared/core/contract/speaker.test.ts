import { expect, test } from 'vitest'
import { wrongInSpeaker } from './speaker.ts'
import { Device, type DeviceOf } from './station.ts'

const speaker = (change: object) =>
  Device.parse({ id: 's', kind: 'speaker', address: 'player:', ...change }) as DeviceOf<'speaker'>
const wrong = (change: object) =>
  wrongInSpeaker(speaker(change)).map(({ path, problem }) => `${path} ${problem}`)

test('a set-up from before a speaker could be set up speaks as it did', () => {
  expect(Device.parse({ id: 's', kind: 'speaker', address: 'player:', zoneId: 'main', voice: 'li' })).toEqual(
    {
      ...{ id: 's', kind: 'speaker', address: 'player:', zoneId: 'main', voice: 'li' },
      ...{ board: 'syn6288', languages: ['zh-CN'], one: '一', loudness: [] },
    },
  )
})

test.each([
  ...['player:', 'none:', 'player:plughw:1,0', 'player:sysdefault:CARD=PCH', 'tcp://10.0.0.9:4001'],
  ...['player:alsa_output.pci-0000_00_1f.3.analog-stereo', 'serial:///dev/ttyUSB0?baud=9600'],
])('%s can be saved', (address) => {
  expect(wrong({ address })).toEqual([])
})

test.each([
  ...["player:file:'|reboot'", 'player:file:out.wav', 'player:-x', 'player:/dev/snd', 'player:声卡'],
  ...['player:tee:default,x'],
])('%s names no sound card', (address) => {
  expect(wrong({ address })).toEqual(['address soundCard'])
})

test('what is neither a player nor a board is refused at its field', () => {
  expect(wrong({ address: 'file:///dev/usb/lp0' })).toEqual(['address notForSpeaker'])
  expect(wrong({ address: 'command:loud' })).toEqual(['address notForSpeaker'])
})

test('a board speaks Chinese only; a language or a time stands once', () => {
  expect(wrong({ address: 'tcp://10.0.0.9:4001', languages: ['en'] })).toEqual(['languages chineseOnly'])
  expect(wrong({ languages: ['en', 'en'] })).toEqual(['languages repeated'])
  const step = { from: '08:00', gain: 1 }
  expect(wrong({ loudness: [step, step] })).toEqual(['loudness.1.from repeated'])
})
