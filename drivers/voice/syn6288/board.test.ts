import { afterEach, expect, test } from 'vitest'
import { drivenClock } from '../../driven-clock.ts'
import { dialOf } from '../../transport/dial.ts'
import { until } from '../../until.ts'
import { usualPolicy } from '../policy.ts'
import { openSpeaker } from '../speaker.ts'
import { openSyn6288 } from './board.ts'
import { isSyn6288Query, syn6288Meaning } from './meaning.ts'
import { openSyn6288Twin } from './twin.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A zone whose mouth is a board on a real TCP line. */
async function zone(languages: typeof usualPolicy.languages = ['zh-CN']) {
  const clock = drivenClock(Date.parse('2026-03-11T09:00:00+08:00'))
  const twin = await openSyn6288Twin({ clock })
  const board = openSyn6288({ dial: dialOf(twin.address, clock), clock, random: () => 0.5 })
  const spoken: string[] = []
  const unsaid: string[] = []
  const states: string[] = []
  const speaker = openSpeaker({
    clock,
    mouth: board,
    policy: { ...usualPolicy, languages },
    onSpoken: (id) => spoken.push(id),
    onUnsaid: (id, why) => unsaid.push(`${id} ${why}`),
    onState: ({ status }) => states.push(status),
  })
  closing.push(speaker.close, board.close, twin.close)
  await until(clock, () => board.state().state === 'online')
  const calls = (number: string, service?: string) =>
    speaker.say({
      id: number,
      number,
      counter: '3',
      recall: 0,
      atMs: clock.now(),
      ...(service && { service }),
    })
  return { clock, twin, board, spoken, unsaid, states, calls }
}

test('a call is said twice with its digits spelled, the second after the board rests', async () => {
  const { clock, twin, spoken, calls } = await zone()
  calls('A101')
  await until(clock, () => spoken.length === 1)
  expect(twin.heard()).toEqual(['请 A 一零一 号，到 三 号窗口', '请 A 一零一 号，到 三 号窗口'])
  expect(twin.cut()).toEqual([])
})

test('five calls in a second are five announcements, none cut', async () => {
  const { clock, twin, spoken, calls } = await zone()
  for (const number of ['A001', 'A002', 'A003', 'A004', 'A005']) calls(number)
  await until(clock, () => spoken.length === 5, 90_000)
  expect(spoken).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
  expect(twin.cut()).toEqual([])
})

test('a call under which the board lost power is said when it is back', async () => {
  const { clock, twin, board, spoken, states, calls } = await zone()
  calls('A001')
  await clock.advance(1000)
  await twin.faults.set('unplugged', true)
  await until(clock, () => board.state().state === 'offline', 5000)
  await twin.faults.set('unplugged', false)
  await until(clock, () => spoken.length === 1, 30_000)
  expect(twin.heard()).toHaveLength(2)
  expect(states).toEqual(['ready', 'sinkFailing', 'ready'])
})

test('a silent board is offline within 5 s and claims nothing was spoken', async () => {
  const { clock, twin, board, spoken, unsaid, calls } = await zone()
  await twin.faults.set('silent', true)
  await until(clock, () => board.state().state === 'offline', 5000)
  calls('A001')
  await until(clock, () => unsaid.length === 1, 120_000)
  expect(unsaid).toEqual(['A001 expired'])
  expect(spoken).toEqual([])
})

test('a board that refuses its frames is asked four times and told', async () => {
  const { clock, twin, states, spoken, calls } = await zone()
  await twin.faults.set('deaf', true)
  calls('A001')
  await until(clock, () => states.includes('sinkFailing'), 5000)
  await twin.faults.set('deaf', false)
  await until(clock, () => spoken.length === 1, 60_000)
})

test('a busy board is waited for, and nothing is cut', async () => {
  const { clock, twin, states, spoken, calls } = await zone()
  await twin.faults.set('busy', true)
  calls('A001')
  await clock.advance(10_000)
  expect(twin.heard()).toEqual([])
  await twin.faults.set('busy', false)
  await until(clock, () => spoken.length === 1, 30_000)
  expect(states).toEqual(['ready'])
})

test('a service too long for a frame is left unsaid, and a hall without Chinese has no voice', async () => {
  const long = await zone()
  long.calls('A001', '办'.repeat(120))
  await until(long.clock, () => long.spoken.length === 1)
  expect(long.twin.heard()[0]).toBe('请 A 零零一 号，到 三 号窗口')
  const english = await zone(['en'])
  english.calls('A001')
  await until(english.clock, () => english.unsaid.length === 1)
  expect(english.unsaid).toEqual(['A001 noVoice'])
})

test('what passes on the line is told in words', () => {
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
  const ping = bytes('fd 00 02 21 de')
  expect(isSyn6288Query(ping)).toBe(true)
  expect(syn6288Meaning('sent', ping)).toEqual([{ means: 'ping', detail: '' }])
  const say = bytes('fd 00 18 01 00 c7 eb 20 41 30 30 31 20 ba c5 b5 bd 20 33 20 ba c5 b4 b0 bf da e2')
  expect(syn6288Meaning('sent', say)).toEqual([{ means: 'text', detail: '请 A001 号到 3 号窗口' }])
  expect(syn6288Meaning('received', bytes('41 4f 00'))).toEqual([
    { means: 'accepted', detail: '' },
    { means: 'statusByte', detail: '4F' },
    { means: 'noise', detail: '1' },
  ])
})
