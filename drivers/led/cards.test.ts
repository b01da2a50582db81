import { afterEach, describe, expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { dialOf } from '../transport/dial.ts'
import { openTap } from '../transport/tap.ts'
import { until } from '../until.ts'
import type { LedTwin, LedTwinOptions, Panel } from './card-twin.ts'
import { cpowerCard } from './cpower/card.ts'
import { openCpowerTwin } from './cpower/twin.ts'
import { huiduCard } from './huidu/card.ts'
import { openHuiduTwin } from './huidu/twin.ts'
import { type Dimming, type LedOptions, openLed } from './led.ts'
import type { LedText } from './led-text.ts'
import { ledMakers } from './makers.ts'
import { openLedTwin } from './onbon/twin.ts'

const idle: LedText = { lines: ['3号窗口 社保业务'], colour: 'red', light: 'steady' }
const paused: LedText = { lines: ['暂停服务'], colour: 'yellow', light: 'steady' }
const call = (number: string): LedText => ({
  lines: [`请${number}号`, '到3号窗口'],
  colour: 'green',
  light: { flash: number },
})

type OpenTwin = (options: LedTwinOptions) => Promise<LedTwin>

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A strip over real TCP, and what a person in front of it saw, change by change. */
async function strip<Frame>(
  card: LedOptions<Frame>['card'],
  openTwin: OpenTwin,
  dimming?: Dimming,
  startMs = 0,
) {
  const clock = drivenClock(startMs)
  const seen: Panel[] = []
  const shown: LedText[] = []
  const states: string[] = []
  const refused: string[] = []
  const size = { width: 128, height: 32 }
  const twin = await openTwin({ ...size, clock, onChange: (panel) => seen.push(panel) })
  const led = openLed({
    ...{ card, clock, ...size, dial: dialOf(twin.address), random: () => 0.5 },
    onShown: (text) => shown.push(text),
    onState: ({ state }) => states.push(state),
    onRefused: (why) => refused.push(why),
  })
  if (dimming) led.dim(dimming)
  closing.push(led.close, twin.close)
  const lines = () => twin.panel().lines.join('/')
  return { clock, twin, led, seen, shown, states, refused, lines }
}

const window = cpowerCard({ card: 1, into: 'window' })
const template = cpowerCard({ card: 1, into: { program: 1, window: 1 } })
const cpower = (dimming?: Dimming, startMs?: number) => strip(window, openCpowerTwin, dimming, startMs)
const cpowerNetwork = (dimming?: Dimming, startMs?: number) =>
  strip(window, (options) => openCpowerTwin({ ...options, line: 'network' }), dimming, startMs)
const huidu = (dimming?: Dimming, startMs?: number) => strip(huiduCard, openHuiduTwin, dimming, startMs)
const cpowerTemplate = () => strip(template, openCpowerTwin)

describe.each([
  ['C-Power on a serial line', cpower],
  ['C-Power on its network port', cpowerNetwork],
  ['Huidu', huidu],
])('%s', (_, standing) => {
  test('shows the wanted text in its colour and brightness, and says so once', async () => {
    const { clock, led, twin, shown } = await standing()
    led.want(idle)
    led.brightness(6)
    await until(clock, () => shown.length > 0 && twin.panel().brightness === 6)
    expect(twin.panel()).toEqual({ lines: idle.lines, colour: 'red', moving: false, brightness: 6 })
    await clock.advance(20_000)
    expect(shown).toEqual([idle])
    expect(led.state().state).toBe('online')
  })

  test('lets a text that is too long run', async () => {
    const { clock, led, twin, shown } = await standing()
    led.want({ ...idle, lines: ['社会保险登记、变更、注销业务请先到咨询台领取材料清单'] })
    await until(clock, () => shown.length > 0)
    expect(twin.panel().moving).toBe(true)
  })

  test('flashes a call three seconds, and then it stands', async () => {
    const { clock, led, seen, shown, lines } = await standing()
    led.want(call('A001'))
    await until(clock, () => shown.length > 0)
    const before = seen.length
    await clock.advance(20_000)
    expect(seen.slice(before).map((panel) => panel.lines.length > 0)).toEqual([
      ...[false, true, false, true, false, true],
    ])
    expect(lines()).toBe('请A001号/到3号窗口')
  })

  test('shows the last of five calls, however slowly it answers', async () => {
    const { clock, led, twin, shown, lines } = await standing()
    led.want(idle)
    await until(clock, () => shown.length > 0)
    await twin.faults.set('slow', true)
    for (const number of ['A001', 'A002', 'A003', 'A004', 'A005']) led.want(call(number))
    await clock.advance(10_000)
    expect(lines()).toBe('请A005号/到3号窗口')
    expect(shown).toEqual([idle, call('A005')])
  })

  test('shows text and brightness again after a power cut', async () => {
    const { clock, led, twin, lines, states, shown } = await standing()
    led.brightness(4)
    led.want(paused)
    await until(clock, () => shown.length > 0)
    await twin.faults.set('unplugged', true)
    await until(clock, () => led.state().state === 'offline', 5000)
    expect(lines()).toBe('')
    led.want(call('B002'))
    await twin.faults.set('unplugged', false)
    await until(clock, () => lines() === '请B002号/到3号窗口' && twin.panel().brightness === 4)
    expect(states).toEqual(['online', 'offline', 'online'])
  })

  test('that says nothing is offline within 5 s, and shows the call made meanwhile when it is back', async () => {
    const { clock, led, twin, lines } = await standing()
    led.want(idle)
    await until(clock, () => lines() !== '')
    await twin.faults.set('silent', true)
    await until(clock, () => led.state().state === 'offline', 5000)
    led.want(call('B007'))
    await twin.faults.set('silent', false)
    await until(clock, () => lines() === '请B007号/到3号窗口')
  })

  test('that is busy is asked four times, then again later', async () => {
    const { clock, led, twin, lines, refused } = await standing()
    await until(clock, () => led.state().state === 'online')
    await twin.faults.set('busy', true)
    const before = led.counters().frames
    led.want(paused)
    await until(clock, () => refused.length > 0, 2000)
    expect(refused).toEqual(['busy'])
    expect(led.counters().frames - before).toBe(4)
    await twin.faults.set('busy', false)
    await until(clock, () => lines() === '暂停服务', 12_000)
  })

  test('is understood with answers cut into single bytes and said twice', async () => {
    const { clock, led, twin, shown } = await standing()
    await twin.faults.set('split', true)
    await twin.faults.set('duplicate', true)
    led.want(idle)
    await until(clock, () => shown.length > 0)
    led.want(paused)
    await until(clock, () => shown.length > 1)
    expect(twin.panel().lines).toEqual(['暂停服务'])
  })

  test('with hurt answers is offline and shows nothing as shown', async () => {
    const { clock, led, twin } = await standing()
    await twin.faults.set('corrupt', true)
    led.want(idle)
    await clock.advance(20_000)
    expect(led.state().state).toBe('offline')
    expect(led.shown()).toBeUndefined()
  })

  test('dims at the hall’s evening, and again after a power cut', async () => {
    const evening = Date.parse('2026-03-11T17:58:30+08:00')
    const steps = [
      { from: '08:00', level: 12 },
      { from: '18:00', level: 5 },
    ]
    const { clock, led, twin } = await standing({ steps, timeZone: 'Asia/Shanghai' }, evening)
    await until(clock, () => twin.panel().brightness === 12, 5000)
    await clock.advance(80_000)
    expect(twin.panel().brightness).toBe(12)
    await until(clock, () => twin.panel().brightness === 5, 15_000)
    await twin.faults.set('unplugged', true)
    await until(clock, () => led.state().state === 'offline', 5000)
    await twin.faults.set('unplugged', false)
    await until(clock, () => led.state().state === 'online')
    await until(clock, () => twin.panel().brightness === 5, 5000)
  })
})

test('a C-Power card shows its text in a template that an installer left on it', async () => {
  const { clock, led, twin, shown } = await cpowerTemplate()
  led.want(call('A001'))
  await until(clock, () => shown.length > 0)
  expect(twin.panel()).toMatchObject({ lines: ['请A001号', '到3号窗口'], colour: 'green' })
})

test('a C-Power card on a bus does not obey what is said to another', async () => {
  const other = cpowerCard({ card: 2, into: 'window' })
  const { clock, led, lines } = await strip(other, openCpowerTwin)
  led.want(idle)
  await clock.advance(10_000)
  expect(lines()).toBe('')
  expect(led.state().state).toBe('offline')
})

test('each connection to a Huidu card speaks in a session of its own', async () => {
  const { clock, led, twin, lines } = await huidu()
  led.want(idle)
  await until(clock, () => lines() !== '')
  for (const number of ['A001', 'A002']) {
    await twin.faults.set('unplugged', true)
    await until(clock, () => led.state().state === 'offline', 5000)
    await twin.faults.set('unplugged', false)
    led.want(call(number))
    await until(clock, () => lines() === `请${number}号/到3号窗口`)
  }
})

test.each([
  ['onbon', openLedTwin],
  ['cpower', openCpowerTwin],
  ['huidu', openHuiduTwin],
] as const)(
  'the maker named %s in a set-up opens its card, and its bytes are told in words',
  async (name, openTwin) => {
    const clock = drivenClock(0)
    const size = { width: 128, height: 32 }
    const twin = await openTwin({ ...size, clock })
    const { open, meaning, isPing } = ledMakers[name]
    const tap = openTap({ dial: dialOf(twin.address), clock, meaning, isHeartbeat: isPing })
    const led = open({ ...size, clock, dial: tap.dial, random: () => 0.5 })
    closing.push(led.close, twin.close)
    led.want(call('A001'))
    led.brightness(6)
    await until(clock, () => led.shown() !== undefined && twin.panel().brightness === 6)
    const said = tap.exchanges().flatMap((exchange) => exchange.meaning)
    const refused = said.filter(({ means }) =>
      ['refused', 'noise', 'unknownFrame', 'unfinished'].includes(means),
    )
    expect(refused).toEqual([])
    expect(said).toContainEqual({ means: 'showText', detail: '请A001号 / 到3号窗口' })
    expect(said.map(({ means }) => means)).toEqual(
      expect.arrayContaining(['ping', 'clearPanel', 'brightness', 'accepted']),
    )
  },
)
