import { exampleFile } from '@jiaohao/core/contract/keypad-profiles.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { dialOf } from '../transport/dial.ts'
import { until } from '../until.ts'
import { type KeypadAlarm, openKeypadBus } from './bus.ts'
import { ff68, profileOf } from './profile.ts'
import { type KeypadFault, openKeypadTwin } from './twin.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** The keypads of counters 3 and 4 on one line over real TCP; the hall acts on a press when the test says so. */
async function line(profile = ff68) {
  const clock = drivenClock(0)
  const keys: string[] = []
  const ratings: string[] = []
  const alarms: KeypadAlarm[] = []
  const hall = { acts: async () => true }
  const twin = await openKeypadTwin({ addresses: [3, 4], clock, profile })
  const bus = openKeypadBus({
    dial: dialOf(twin.address),
    clock,
    random: () => 0.5,
    profile,
    onKey: ({ address, key }) => {
      keys.push(`${address} ${key}`)
      return hall.acts()
    },
    onRating: ({ address, value, level }) => {
      ratings.push(`${address}: key ${value} is level ${level}`)
      return hall.acts()
    },
    onAlarm: (alarm) => alarms.push(alarm),
  })
  closing.push(bus.close, twin.close)
  await until(clock, () => bus.state().state === 'online')
  return { clock, twin, bus, keys, ratings, alarms, hall }
}

describe('a key', () => {
  test('is acknowledged only after the hall has acted', async () => {
    const { clock, twin, keys, hall } = await line()
    const { promise, resolve } = Promise.withResolvers<boolean>()
    hall.acts = () => promise
    twin.press(3, 'callNext')
    await until(clock, () => keys.length > 0)
    await clock.advance(5000)
    expect(twin.acknowledged(3)).toBe(0)
    resolve(true)
    await until(clock, () => twin.acknowledged(3) === 1)
    expect(keys).toEqual(['3 callNext'])
    expect(twin.acknowledged(4)).toBe(0)
  })

  test('the hall refuses is not acknowledged, and may be pressed again', async () => {
    const { clock, twin, keys, hall } = await line()
    hall.acts = async () => false
    twin.press(3, 'callNext')
    await clock.advance(1000)
    expect(twin.acknowledged(3)).toBe(0)
    hall.acts = async () => true
    twin.press(3, 'callNext')
    await until(clock, () => twin.acknowledged(3) === 1)
    expect(keys).toEqual(['3 callNext', '3 callNext'])
  })

  test('pressed again while the hall still acts is the same press', async () => {
    const { clock, twin, keys, hall } = await line()
    const { promise, resolve } = Promise.withResolvers<boolean>()
    hall.acts = () => promise
    for (let second = 0; second < 4; second += 1) {
      twin.press(3, 'callNext')
      await clock.advance(1000)
    }
    resolve(true)
    await until(clock, () => twin.acknowledged(3) === 1)
    expect(keys).toHaveLength(1)
  })

  test('whose handler throws is not acknowledged and is told', async () => {
    const { clock, twin, alarms, hall } = await line()
    hall.acts = async () => {
      throw new Error('the hub is away')
    }
    twin.press(3, 'recall')
    await until(clock, () => alarms.length > 0)
    expect(alarms).toEqual([
      { alarm: 'notActed', press: { kind: 'key', address: 3, key: 'recall' }, why: 'the hub is away' },
    ])
    expect(twin.acknowledged(3)).toBe(0)
  })

  test.each(ff68.keys.map(({ key }) => key))('%s arrives as itself', async (key) => {
    const { clock, twin, keys } = await line()
    twin.press(4, key)
    await until(clock, () => twin.acknowledged(4) === 1)
    expect(keys).toEqual([`4 ${key}`])
  })

  test('that bounces is one press', async () => {
    const { clock, twin, keys } = await line()
    await twin.faults.set('duplicate', true)
    twin.press(3, 'callNext')
    await clock.advance(100)
    twin.press(3, 'callNext')
    await clock.advance(300)
    expect(keys).toEqual(['3 callNext'])
    await clock.advance(400)
    twin.press(3, 'callNext')
    await clock.advance(100)
    expect(keys).toHaveLength(2)
  })

  test('whose acknowledgement was lost is acknowledged again without acting again', async () => {
    const { clock, twin, keys } = await line()
    twin.press(3, 'callNext')
    await until(clock, () => twin.acknowledged(3) === 1)
    // The first repeat could be the line's own echo; the second cannot.
    twin.press(3, 'callNext')
    await clock.advance(50)
    twin.press(3, 'callNext')
    await until(clock, () => twin.acknowledged(3) === 2, 1000)
    expect(keys).toHaveLength(1)
  })

  test('that sticks is muted and alarmed once, and other keys still work', async () => {
    const { clock, twin, keys, alarms } = await line()
    await twin.faults.set('stuck', true)
    twin.press(3, 'callNext')
    await clock.advance(10_000)
    expect(keys).toEqual(['3 callNext'])
    expect(alarms).toEqual([{ alarm: 'stuckKey', press: { kind: 'key', address: 3, key: 'callNext' } }])
    await twin.faults.set('stuck', false)
    twin.press(3, 'recall')
    await until(clock, () => keys.includes('3 recall'))
    await clock.advance(3000)
    twin.press(3, 'callNext')
    await until(clock, () => keys.length === 3)
  })

  test.each<KeypadFault>(['split', 'localEcho'])('over a line with %s is one press', async (fault) => {
    const { clock, twin, bus, keys } = await line()
    await twin.faults.set(fault, true)
    bus.showNumber(3, '001')
    twin.press(3, 'callNext')
    await until(clock, () => twin.acknowledged(3) === 1 && twin.display(3) === '   001')
    await clock.advance(5000)
    expect(keys).toEqual(['3 callNext'])
    expect(bus.counters().discardedBytes).toBe(0)
  })

  test('damaged on the way does nothing, least of all another key', async () => {
    const { clock, twin, bus, keys } = await line()
    await twin.faults.set('corrupt', true)
    twin.press(3, 'callNext')
    await until(clock, () => bus.counters().discardedBytes === 10)
    await clock.advance(1000)
    expect(keys).toEqual([])
    expect(twin.acknowledged(3)).toBe(0)
  })
})

describe('the evaluator', () => {
  test('sends its level and is acknowledged once it counts', async () => {
    const { clock, twin, ratings } = await line()
    for (const value of [0, 1, 2, 3]) {
      twin.rate(3, value)
      await until(clock, () => twin.acknowledged(3) === value + 1)
    }
    expect(ratings).toEqual([
      '3: key 0 is level 5',
      '3: key 1 is level 4',
      '3: key 2 is level 3',
      '3: key 3 is level 2',
    ])
  })

  test('with a key nobody gave a level rates nothing', async () => {
    const { clock, twin, ratings } = await line()
    twin.rate(3, 4)
    await clock.advance(1000)
    expect(ratings).toEqual([])
    expect(twin.acknowledged(3)).toBe(0)
  })

  test('is not acknowledged when nobody awaits a rating', async () => {
    const { clock, twin, hall } = await line()
    hall.acts = async () => false
    twin.rate(3, 0)
    await clock.advance(1000)
    expect(twin.acknowledged(3)).toBe(0)
  })
})

describe('the digits', () => {
  test('show a ticket at the right, the waiting count at the left, the last one asked for', async () => {
    const { clock, twin, bus } = await line()
    bus.showNumber(3, 'A001')
    bus.showWaiting(4, 12)
    await until(clock, () => twin.display(3) === '   001' && twin.display(4) === '012   ')
    bus.showNumber(4, '1042')
    await until(clock, () => twin.display(4) === '  1042')
  })

  test('and the beep go to their own counter', async () => {
    const { clock, twin, bus } = await line()
    bus.beep(4)
    await until(clock, () => twin.beeps(4) === 1)
    expect(twin.beeps(3)).toBe(0)
  })

  test('are pushed again after an unplugged line is back, also those asked for meanwhile', async () => {
    const { clock, twin, bus } = await line()
    bus.showNumber(3, '017')
    await until(clock, () => twin.display(3) === '   017')
    await twin.faults.set('unplugged', true)
    await until(clock, () => bus.state().state === 'offline')
    expect(twin.display(3)).toBe('      ')
    bus.showNumber(4, '018')
    await twin.faults.set('unplugged', false)
    await until(clock, () => twin.display(3) === '   017' && twin.display(4) === '   018')
  })

  test('come back within 5 s to a keypad of a short line that was deaf for a while', async () => {
    const { clock, twin, bus } = await line()
    await twin.faults.set('silent', true)
    bus.showNumber(3, '020')
    await clock.advance(1000)
    await twin.faults.set('silent', false)
    await until(clock, () => twin.display(3) === '   020', 5000)
  })
})

describe('a noisy line', () => {
  test('is told once, with its rate, and once more when a minute was quiet', async () => {
    const { clock, twin, alarms } = await line()
    await twin.faults.set('corrupt', true)
    for (let press = 0; press < 30; press += 1) {
      twin.press(3, 'callNext')
      await clock.advance(2000)
    }
    expect(alarms).toEqual([{ alarm: 'noise', framesPerMinute: expect.any(Number) }])
    await twin.faults.set('corrupt', false)
    await clock.advance(70_000)
    expect(alarms.slice(1)).toEqual([{ alarm: 'noiseOver' }])
  })

  test('that loses a frame now and then rings nobody', async () => {
    const { clock, twin, alarms } = await line()
    await twin.faults.set('corrupt', true)
    for (let press = 0; press < 30; press += 1) {
      twin.press(3, 'callNext')
      await clock.advance(10_000)
    }
    expect(alarms).toEqual([])
  })
})

test("another vendor's line works by its file alone: keys, marks, digits, beep", async () => {
  const { clock, twin, bus, keys, ratings } = await line(profileOf(exampleFile))
  twin.press(3, 'callNext')
  await until(clock, () => twin.acknowledged(3) === 1)
  twin.rate(4, 5)
  await until(clock, () => twin.acknowledged(4) === 1)
  bus.showNumber(3, 'A001')
  bus.showWaiting(4, 12)
  bus.beep(4)
  await until(clock, () => twin.display(3) === ' 001' && twin.display(4) === '012 ' && twin.beeps(4) === 1)
  expect(keys).toEqual(['3 callNext'])
  expect(ratings).toEqual(['4: key 5 is level 1'])
})
