import { Device, type SpeechWord, type Station, StationSetUp } from '@jiaohao/core/contract/station.ts'
import { usualManner } from '@jiaohao/core/queue/need.ts'
import type { Call } from '@jiaohao/core/queue/state.ts'
import { expect, test } from 'vitest'
import { openDelivery } from './delivery.ts'

const withinMs = 5_000
const openedAtMs = 1_000_000

const station = (id: string, change: object): Station => ({
  ...StationSetUp.parse({ name: id, kind: 'display', ...change }),
  id,
  pairedAtMs: 0,
  online: true,
  seenAtMs: openedAtMs,
  deviceReports: [],
})
const speaker = (id: string, zoneId = '') => Device.parse({ id, kind: 'speaker', address: 'player:', zoneId })
const strip = (id: string, counterId: string) =>
  Device.parse({ id, kind: 'led', address: 'tcp://h:1', counterId })

const eastBoard = station('east', { zoneId: 'east' })
const wholeBoard = station('whole', {})
const westBoard = station('west', { zoneId: 'west' })
const strips = station('window', {
  kind: 'window',
  counterIds: ['c1', 'c2'],
  devices: [strip('s1', 'c1'), strip('s2', 'c2')],
})
const sound = station('sound', { screen: false, devices: [speaker('e', 'east'), speaker('w', 'west')] })

/** A hub that looks at its calls, with every call made one second after it was opened unless said otherwise. */
function hall(...stations: Station[]) {
  const delivery = openDelivery()
  let calls: Call[] = []
  delivery.meant(stations, openedAtMs)
  const calledAtMs = openedAtMs + 1_000
  const at = (afterMs: number, within = withinMs) => delivery.judge(calls, within, calledAtMs + afterMs)
  return {
    delivery,
    at,
    meant: (...now: Station[]) => delivery.meant(now, calledAtMs),
    called: (seq: number, change: Partial<Call> = {}) => {
      const call = {
        ...{ seq, n: seq, leg: 0, number: `A${seq}`, counterId: 'c1', counterNo: '1', zoneId: 'east' },
        ...{ serviceId: 's', atMs: calledAtMs, recall: 0, manner: usualManner, shownBy: [], spokenBy: [] },
      }
      calls = [...calls, { ...call, ...change }]
    },
    shown: (seq: number, ...by: string[]) => {
      calls = calls.map((call) => (call.seq === seq ? { ...call, shownBy: [...call.shownBy, ...by] } : call))
    },
    spoken: (seq: number, ...by: string[]) => {
      calls = calls.map((call) =>
        call.seq === seq ? { ...call, spokenBy: [...call.spokenBy, ...by] } : call,
      )
    },
    word: (callSeq: number, deviceId: string, is: SpeechWord['is']) =>
      delivery.heard('sound', { deviceId, callSeq, is }),
    missing: (seq: number) => delivery.missing(seq).map(({ key }) => key),
    silent: () => delivery.silent().map(({ teller, call }) => `${teller.key} ${call.number}`),
  }
}

test('a limit made shorter or longer holds for the calls already made', () => {
  const here = hall(eastBoard)
  here.called(7)
  here.at(0, 60_000)
  here.at(6_000)
  expect(here.missing(7)).toEqual(['east'])
  here.called(8, { atMs: openedAtMs + 7_000 })
  here.at(6_500)
  here.at(12_000, 60_000)
  expect(here.missing(8)).toEqual([])
})

test('a call is asked of the boards of its zone and of the hall, of its counter’s strip and its zone’s loudspeaker', () => {
  const here = hall(eastBoard, wholeBoard, westBoard, strips, sound)
  here.called(7)
  here.at(0)
  expect(here.delivery.nextMs()).toBe(openedAtMs + 1_000 + withinMs)
  here.at(withinMs - 1)
  expect(here.missing(7)).toEqual([])
  here.at(withinMs)
  expect(here.missing(7)).toEqual(['east', 'whole', 'window/s1', 'sound/e'])
})

test('whoever told is not missing; a station that names no device speaks for all of its', () => {
  const here = hall(eastBoard, wholeBoard, strips, sound)
  here.called(7)
  here.shown(7, 'east', 'window')
  here.spoken(7, 'sound/e')
  here.at(withinMs)
  expect(here.missing(7)).toEqual(['whole'])
  expect(here.silent()).toEqual(['whole A7'])
})

test('a board that shows does not stand for a loudspeaker of the same station', () => {
  const both = station('both', { devices: [speaker('e')] })
  const here = hall(both)
  here.called(7)
  here.shown(7, 'both')
  here.at(withinMs)
  expect(here.missing(7)).toEqual(['both/e'])
})

test('a silent one is named once, and no more when it tells again, that call or a later one', () => {
  const here = hall(eastBoard, wholeBoard)
  here.called(7)
  here.shown(7, 'east')
  here.at(withinMs)
  here.called(8, { atMs: openedAtMs + 20_000 })
  here.shown(8, 'east')
  here.at(19_000 + withinMs)
  expect(here.silent()).toEqual(['whole A7'])
  expect(here.missing(8)).toEqual(['whole'])
  here.shown(8, 'whole')
  here.at(30_000)
  expect(here.silent()).toEqual([])
  expect(here.missing(7)).toEqual(['whole'])
  here.shown(7, 'whole')
  here.at(31_000)
  expect(here.delivery.incomplete()).toEqual([])
})

test('a loudspeaker in whose line a call waits has time until it would have dropped it', () => {
  const here = hall(sound)
  here.word(7, 'e', 'waits')
  here.called(7)
  here.at(withinMs)
  expect(here.delivery.waits(7)).toBe(true)
  here.at(129_999)
  expect(here.missing(7)).toEqual([])
  here.at(130_000)
  expect(here.missing(7)).toEqual(['sound/e'])
})

test('calls wait in vain in the line of a loudspeaker that is known not to work', () => {
  const state = { id: 'e', kind: 'speaker' as const, state: 'sinkFailing', sinceMs: 0, detail: '' }
  const here = hall({ ...sound, deviceReports: [state] })
  here.word(7, 'e', 'waits')
  here.called(7)
  here.at(0)
  expect(here.delivery.waits(7)).toBe(false)
  here.at(withinMs)
  expect(here.missing(7)).toEqual(['sound/e'])
})

test('a loudspeaker that gave a call up is missing at once, and one that need not say it is not', () => {
  const here = hall(sound)
  here.called(7)
  here.called(8)
  here.at(0)
  here.word(7, 'e', 'unsaid')
  here.word(8, 'e', 'excused')
  here.at(10)
  expect(here.missing(7)).toEqual(['sound/e'])
  here.at(200_000)
  expect(here.missing(8)).toEqual([])
})

test('what a newer call overtook need not be shown: on a board that of the same ticket, on a strip any of its counter', () => {
  const here = hall(eastBoard, strips)
  here.called(7, { n: 1 })
  here.called(8, { n: 2 })
  here.called(9, { n: 2, recall: 1 })
  here.shown(9, 'east', 'window/s1')
  here.at(withinMs)
  expect([here.missing(7), here.missing(8), here.missing(9)]).toEqual([['east'], [], []])
})

test('calls from before somebody came, and calls after they went, are not asked of them', () => {
  const here = hall(wholeBoard)
  here.called(6, { atMs: openedAtMs - 1 })
  here.called(7)
  here.at(0)
  here.meant({ ...wholeBoard, online: false })
  here.at(withinMs)
  expect([here.missing(6), here.missing(7), here.silent()]).toEqual([[], [], []])
})

test('one that is known not to work is missing on record, and silent to nobody', () => {
  const state = { id: 's1', kind: 'led' as const, state: 'offline', sinceMs: 0, detail: '' }
  const broken = { ...strips, deviceReports: [state] }
  const here = hall(broken)
  here.called(7)
  here.at(withinMs)
  expect(here.missing(7)).toEqual(['window/s1'])
  expect(here.silent()).toEqual([])

  const soon = hall(strips)
  soon.called(7)
  soon.at(withinMs)
  expect(soon.silent()).toEqual(['window/s1 A7'])
  soon.meant(broken)
  expect(soon.silent()).toEqual([])
})

test('what is set to silence, or not driven, is not asked', () => {
  const report = (id: string, kind: 'led' | 'speaker', state: string) => ({
    ...{ id, kind, state, sinceMs: 0, detail: '' },
  })
  const off = { ...sound, deviceReports: [report('e', 'speaker', 'off')] }
  const undriven = { ...strips, deviceReports: [report('s1', 'led', 'notDriven')] }
  const here = hall(off, undriven)
  here.called(7)
  here.at(withinMs)
  expect(here.missing(7)).toEqual([])
})

test('calls of a day that is over are forgotten', () => {
  const here = hall(wholeBoard)
  here.called(7)
  here.at(withinMs)
  here.delivery.judge([], withinMs, openedAtMs + 100_000)
  expect(here.delivery.incomplete()).toEqual([])
  expect(here.silent()).toEqual(['whole A7'])
})

test('a hundred thousand words of a station gone mad take no more room than those of two hundred calls', () => {
  const here = hall(sound)
  for (let seq = 1; seq <= 100_000; seq += 1) here.word(seq, 'e', 'waits')
  here.called(1)
  here.called(100_001)
  here.word(100_001, 'e', 'waits')
  here.at(withinMs)
  expect([here.missing(1), here.missing(100_001)]).toEqual([['sound/e'], []])
})
