import { afterEach, describe, expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { dialOf } from '../transport/dial.ts'
import { until } from '../until.ts'
import type { Panel } from './card-twin.ts'
import { openLed } from './led.ts'
import type { LedText } from './led-text.ts'
import { onbonCard, onbonSession } from './onbon/card.ts'
import { cardStation, encodeOnbon, hostStation } from './onbon/codec.ts'
import { openLedTwin } from './onbon/twin.ts'

const idle: LedText = { lines: ['3号窗口 社保业务'], colour: 'red', light: 'steady' }
const paused: LedText = { lines: ['暂停服务'], colour: 'yellow', light: 'steady' }
const call = (number: string, mark = number): LedText => ({
  lines: [`请${number}号`, '到3号窗口'],
  colour: 'green',
  light: { flash: mark },
})

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A strip over real TCP, and what a person in front of it saw, change by change. */
async function strip(card = onbonCard) {
  const clock = drivenClock(0)
  const seen: Panel[] = []
  const shown: LedText[] = []
  const states: string[] = []
  const refused: string[] = []
  const twin = await openLedTwin({ width: 128, height: 32, clock, onChange: (panel) => seen.push(panel) })
  const led = openLed({
    card,
    dial: dialOf(twin.address),
    clock,
    random: () => 0.5,
    width: 128,
    height: 32,
    onShown: (text) => shown.push(text),
    onState: ({ state }) => states.push(state),
    onRefused: (why) => refused.push(why),
  })
  closing.push(led.close, twin.close)
  const lines = () => twin.panel().lines.join('/')
  return { clock, twin, led, seen, shown, states, refused, lines }
}

describe('the strip shows what is wanted', () => {
  test('a text wanted before the panel was there is shown when it comes, and said once', async () => {
    const { clock, led, twin, shown, lines } = await strip()
    led.want(idle)
    led.brightness(6)
    await until(clock, () => lines() === '3号窗口 社保业务' && twin.panel().brightness === 6)
    expect(twin.panel()).toEqual({ lines: idle.lines, colour: 'red', moving: false, brightness: 6 })
    await until(clock, () => shown.length > 0)
    expect(led.shown()).toEqual(idle)
    led.want({ ...idle })
    await clock.advance(20_000)
    expect(shown).toEqual([idle])
  })

  test('the same text twice is one send', async () => {
    const { clock, led, seen, shown } = await strip()
    led.want(idle)
    await until(clock, () => shown.length > 0)
    const changes = seen.length
    led.want({ ...idle })
    await clock.advance(10_000)
    expect(seen).toHaveLength(changes)
  })

  test('a text too long for the strip runs', async () => {
    const { clock, led, twin, shown } = await strip()
    led.want({ ...idle, lines: ['社会保险登记、变更、注销业务请先到咨询台领取材料清单'] })
    await until(clock, () => shown.length > 0)
    expect(twin.panel().moving).toBe(true)
  })

  test('a backslash in a text is shown and gives the card no order', async () => {
    const { clock, led, lines, shown } = await strip()
    led.want({ ...idle, lines: ['A\\C2\\n'] })
    await until(clock, () => shown.length > 0)
    expect(lines()).toBe('A＼C2＼n')
  })
})

describe('a call', () => {
  test('flashes three seconds and then stands', async () => {
    const { clock, led, seen, shown, lines } = await strip()
    led.want(call('A001'))
    await until(clock, () => shown.length > 0)
    const before = seen.length
    await clock.advance(5000)
    expect(seen.slice(before).map((panel) => panel.lines.length > 0)).toEqual([
      ...[false, true, false, true, false, true],
    ])
    expect(lines()).toBe('请A001号/到3号窗口')
    await clock.advance(20_000)
    expect(seen).toHaveLength(before + 6)
  })

  test('recalled flashes again, told again does not', async () => {
    const { clock, led, seen, shown } = await strip()
    led.want(call('A001', 'first'))
    await until(clock, () => shown.length > 0)
    await clock.advance(5000)
    const before = seen.length
    led.want(call('A001', 'first'))
    await clock.advance(5000)
    expect(seen).toHaveLength(before)
    led.want(call('A001', 'recall'))
    await clock.advance(5000)
    expect(seen).toHaveLength(before + 6)
    expect(shown).toHaveLength(2)
  })

  test('made 100 ms after another is the one that stays', async () => {
    const { clock, led, lines, seen } = await strip()
    led.want(idle)
    await until(clock, () => lines() === '3号窗口 社保业务')
    led.want(call('A001'))
    await clock.advance(100)
    led.want(call('A002'))
    await clock.advance(10_000)
    expect(lines()).toBe('请A002号/到3号窗口')
    const afterSecond = seen.slice(seen.findIndex((panel) => panel.lines[0] === '请A002号'))
    expect(afterSecond.some((panel) => panel.lines[0] === '请A001号')).toBe(false)
  })

  test('made while an older one is still unanswered follows it at once', async () => {
    const { clock, led, twin, lines, seen, shown } = await strip()
    led.want(idle)
    await until(clock, () => shown.length > 0)
    await twin.faults.set('slow', true)
    for (const number of ['A001', 'A002', 'A003', 'A004']) led.want(call(number))
    await clock.advance(1000)
    expect(lines()).toBe('请A004号/到3号窗口')
    expect(new Set(seen.map((panel) => panel.lines[0]))).not.toContain('请A002号')
  })
})

describe('trouble', () => {
  test('after a power cut the panel, which forgot everything, shows the wanted text and brightness again', async () => {
    const { clock, led, twin, lines, states, shown } = await strip()
    led.brightness(4)
    led.want(paused)
    await until(clock, () => shown.length > 0)
    await twin.faults.set('unplugged', true)
    await until(clock, () => led.state().state === 'offline', 5000)
    expect(lines()).toBe('')
    expect(led.shown()).toBeUndefined()
    await twin.faults.set('unplugged', false)
    await until(clock, () => lines() === '暂停服务' && twin.panel().brightness === 4)
    expect(states).toEqual(['online', 'offline', 'online'])
    expect(shown).toEqual([paused])
  })

  test('a panel that says nothing is offline within 5 s, and a call made meanwhile is shown when it is back', async () => {
    const { clock, led, twin, lines } = await strip()
    led.want(idle)
    await until(clock, () => lines() !== '')
    await twin.faults.set('silent', true)
    await until(clock, () => led.state().state === 'offline', 5000)
    led.want(call('B007'))
    await twin.faults.set('silent', false)
    await until(clock, () => lines() === '请B007号/到3号窗口')
  })

  test('a busy panel is asked four times, then again later', async () => {
    const { clock, led, twin, lines, refused } = await strip()
    await until(clock, () => led.state().state === 'online')
    await twin.faults.set('busy', true)
    const sentBefore = led.counters().frames
    led.want(paused)
    await until(clock, () => refused.length > 0, 2000)
    expect(refused).toEqual(['busy'])
    expect(led.counters().frames - sentBefore).toBe(4)
    await twin.faults.set('busy', false)
    await until(clock, () => lines() === '暂停服务', 12_000)
  })

  test('a call made while the panel was given up is tried at once', async () => {
    const { clock, led, twin, lines, refused } = await strip()
    await until(clock, () => led.state().state === 'online')
    await twin.faults.set('busy', true)
    led.want(paused)
    await until(clock, () => refused.length > 0, 2000)
    await twin.faults.set('busy', false)
    led.want(call('C003'))
    await until(clock, () => lines() === '请C003号/到3号窗口', 500)
  })

  test('a call made while an older one is refused for the last time is not given up with it', async () => {
    const { clock, led, twin, lines } = await strip()
    await until(clock, () => led.state().state === 'online')
    await twin.faults.set('busy', true)
    await twin.faults.set('slow', true)
    led.want(paused)
    // Four asks of 400 ms with three pauses of 200 ms: the last ask runs from 1800 ms to 2200 ms.
    await clock.advance(2000)
    led.want(call('C004'))
    await clock.advance(250)
    await twin.faults.set('busy', false)
    await until(clock, () => lines() === '请C004号/到3号窗口', 1000)
  })

  test('a card that cannot dim still shows and flashes calls', async () => {
    const unknown = { to: cardStation, from: hostStation, data: Uint8Array.of(0xa3, 0x7f, 1, 0, 0) }
    const { clock, led, seen, shown, lines, refused } = await strip({
      ...onbonCard,
      open: async () => ({ ...onbonSession, brightness: () => encodeOnbon(unknown) }),
    })
    led.brightness(6)
    led.want(call('A001'))
    await until(clock, () => shown.length > 0)
    const before = seen.length
    await clock.advance(4000)
    expect(seen.length - before).toBe(6)
    expect(lines()).toBe('请A001号/到3号窗口')
    expect(refused[0]).toBe('unknown command')
  })

  test('answers cut into single bytes or said twice are understood', async () => {
    const { clock, led, twin, shown } = await strip()
    await twin.faults.set('split', true)
    await twin.faults.set('duplicate', true)
    led.want(idle)
    await until(clock, () => shown.length > 0)
    led.want(paused)
    await until(clock, () => shown.length > 1)
    expect(twin.panel().lines).toEqual(['暂停服务'])
  })

  test('an answer with a wrong checksum is none', async () => {
    const { clock, led, twin } = await strip()
    await twin.faults.set('corrupt', true)
    led.want(idle)
    await clock.advance(20_000)
    expect(led.state().state).toBe('offline')
    expect(led.shown()).toBeUndefined()
  })

  test('after a silence one acceptance proves nothing: the text is sent once more', async () => {
    const { clock, led, twin, shown, seen } = await strip()
    await until(clock, () => led.state().state === 'online')
    await twin.faults.set('unanswered', true)
    led.want(paused)
    await clock.advance(1050)
    await twin.faults.set('unanswered', false)
    await until(clock, () => shown.length > 0)
    expect(seen.filter((panel) => panel.lines[0] === '暂停服务')).toHaveLength(3)
  })
})
