import { consoleStations as en } from '@jiaohao/core/text/en/console-stations.ts'
import { consoleStations as zh } from '@jiaohao/core/text/zh-CN/console-stations.ts'
import { expect, test } from 'vitest'
import { reasonOf } from './reason-of.ts'

test.each([
  ['Error: No such file or directory, cannot open /dev/ttyUSB9', 'noPort'],
  ["ENOENT: no such file or directory, open '/dev/usb/lp3'", 'noPort'],
  ['connect ECONNREFUSED 192.168.1.50:9100', 'nobodyListens'],
  ['bytes came, none of this protocol', 'otherProtocol'],
  ['no answer to the heartbeat', 'noAnswer'],
  ['Error Resource temporarily unavailable Cannot lock port', 'inUse'],
  ['/dev/usb is not a character device', 'notADevice'],
] as const)('%s is said in words', (detail, reason) => {
  expect(reasonOf(detail)).toBe(reason)
  expect(zh.reasons[reason]).not.toBe('')
  expect(en.reasons[reason]).not.toBe('')
})

test('what nobody foresaw stays as it was said', () => {
  expect(reasonOf('SIGSEGV')).toBeUndefined()
})
