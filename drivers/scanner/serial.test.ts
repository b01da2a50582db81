import { clockOf } from '@jiaohao/core/clock.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dialOf } from '../transport/dial.ts'
import { joinWires } from '../transport/join-wires.ts'
import { canPairSerial, openSerialPair } from '../transport/serial-pair.ts'
import { openScanner } from './scanner.ts'
import { openScannerTwin } from './twin.ts'

test.skipIf(!canPairSerial())(
  'over a serial line of 115200 baud codes are told, also one without an end, and a pulled line is noticed',
  async () => {
    const clock = clockOf(globalThis)
    const pair = await openSerialPair()
    onTestFinished(pair.pull)
    const [near, far] = pair.ends
    const twin = await openScannerTwin()
    onTestFinished(twin.close)
    joinWires(await dialOf(`serial://${far}?baud=115200`)(), await dialOf(twin.address)())
    const online = Promise.withResolvers<void>()
    const offline = Promise.withResolvers<number>()
    const codes: string[] = []
    let told = Promise.withResolvers<void>()
    const scanner = openScanner({
      dial: dialOf(`serial://${near}?baud=115200`),
      clock,
      random: () => 0.5,
      onCode: (text) => {
        codes.push(text)
        told.resolve()
      },
      onState: ({ state }) => (state === 'online' ? online.resolve() : offline.resolve(clock.now())),
    })
    onTestFinished(scanner.close)
    await online.promise
    twin.scan('预约 20261123-0042')
    await told.promise
    told = Promise.withResolvers()
    twin.endWith('')
    twin.scan('9'.repeat(512))
    await told.promise
    expect(codes).toEqual(['预约 20261123-0042', '9'.repeat(512)])
    const pulledMs = clock.now()
    pair.pull()
    expect((await offline.promise) - pulledMs).toBeLessThan(5000)
  },
)
