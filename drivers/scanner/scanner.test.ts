import { afterEach, describe, expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { dialOf } from '../transport/dial.ts'
import { until } from '../until.ts'
import type { ScanRefusal } from './codec.ts'
import { openRepeats } from './repeats.ts'
import { openScanner } from './scanner.ts'
import { openScannerTwin, type ScannerFault } from './twin.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A scanner at a kiosk over real TCP. */
async function desk() {
  const clock = drivenClock(0)
  const codes: string[] = []
  const refused: ScanRefusal[] = []
  const states: string[] = []
  const twin = await openScannerTwin()
  const scanner = openScanner({
    dial: dialOf(twin.address),
    clock,
    random: () => 0.5,
    onCode: (text) => codes.push(text),
    onRefused: (why) => refused.push(why),
    onState: ({ state }) => states.push(state),
  })
  closing.push(scanner.close, twin.close)
  await until(clock, () => scanner.state().state === 'online')
  return { clock, codes, refused, states, twin, scanner }
}

describe('a code', () => {
  test.each(['\r', '\n', '\r\n', ''] as const)('that ends in %j is told once', async (delimiter) => {
    const { clock, codes, twin } = await desk()
    twin.endWith(delimiter)
    twin.scan('预约 20261123-0042')
    await until(clock, () => codes.length > 0)
    await clock.advance(1000)
    expect(codes).toEqual(['预约 20261123-0042'])
  })

  test('without an end is told after 100 ms of silence, not before', async () => {
    const { clock, codes, twin } = await desk()
    twin.endWith('')
    twin.scan('A1')
    await clock.advance(99)
    expect(codes).toEqual([])
    await clock.advance(1)
    expect(codes).toEqual(['A1'])
  })

  test('seen again within 2 s is the same scan, however long it is held there', async () => {
    const { clock, codes, twin } = await desk()
    for (let sight = 0; sight < 10; sight += 1) {
      twin.scan('A1')
      await clock.advance(1900)
    }
    expect(codes).toEqual(['A1'])
    await clock.advance(200)
    twin.scan('A1')
    await until(clock, () => codes.length === 2)
  })

  test('of the next citizen is told at once', async () => {
    const { clock, codes, twin } = await desk()
    for (const text of ['A1', 'A2', 'A1']) twin.scan(text)
    await clock.advance(500)
    expect(codes).toEqual(['A1', 'A2'])
  })

  test.each<ScannerFault>(['split', 'glued'])('that comes %s is told once', async (fault) => {
    const { clock, codes, twin } = await desk()
    await twin.faults.set(fault, true)
    twin.scan('A1')
    await until(clock, () => codes.length > 0)
    await clock.advance(1000)
    expect(codes).toEqual(['A1'])
  })

  test('that is damaged or hostile is refused by its kind alone, and the next one is told', async () => {
    const { clock, codes, refused, twin, scanner } = await desk()
    await twin.faults.set('corrupt', true)
    twin.scan('A1')
    await until(clock, () => refused.length === 1)
    await twin.faults.set('corrupt', false)
    twin.say(new TextEncoder().encode(`\u001b]0;x\u0007\r${'9'.repeat(600)}\rA2\r`))
    await until(clock, () => codes.length === 1)
    expect(codes).toEqual(['A2'])
    expect(refused).toEqual(['notUtf8', 'controlCharacter', 'tooLong'])
    expect(scanner.counters()).toMatchObject({ frames: 1, discardedBytes: 2 + 6 + 600 })
  })
})

describe('a scanner', () => {
  test('that is unplugged is offline at once, said once, and tells codes when it is back', async () => {
    const { clock, codes, states, twin, scanner } = await desk()
    await twin.faults.set('unplugged', true)
    await until(clock, () => scanner.state().state === 'offline', 5000)
    await clock.advance(5000)
    await twin.faults.set('unplugged', false)
    await until(clock, () => scanner.state().state === 'online')
    twin.scan('A1')
    await until(clock, () => codes.length === 1)
    expect(states).toEqual(['online', 'offline', 'online'])
  })

  test('unplugged in the middle of a code leaves no head for the next', async () => {
    const { clock, codes, refused, twin, scanner } = await desk()
    twin.say(new TextEncoder().encode('A1'))
    await until(clock, () => scanner.counters().receivedBytes === 2, 90)
    await twin.faults.set('unplugged', true)
    await until(clock, () => scanner.state().state === 'offline')
    await twin.faults.set('unplugged', false)
    await until(clock, () => scanner.state().state === 'online')
    twin.scan('B2')
    await until(clock, () => codes.length === 1)
    expect([codes, refused]).toEqual([['B2'], []])
  })
})

test('of all the codes ever seen only the last sixteen are remembered', () => {
  const isRepeat = openRepeats()
  for (let seen = 0; seen < 17; seen += 1) expect(isRepeat(`A${seen}`, 0)).toBe(false)
  expect(isRepeat('A1', 1)).toBe(true)
  expect(isRepeat('A0', 1)).toBe(false)
})
