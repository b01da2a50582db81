import { expect, test } from 'vitest'
import {
  at,
  evaluator,
  given,
  hall,
  kiosk,
  li,
  missedBy,
  phoneOf,
  servedBy,
  sun,
  ticket,
  time,
  wang,
} from './cast.ts'
import { givenIn, seconds, under } from './given.ts'

test('the first day is opened by the clock alone', () => {
  givenIn(hall, at('09:00')).when(time.turnsDay()).follows({ type: 'dayOpened', day: '2026-11-23' })
  givenIn(hall, at('09:00'))
    .when({ ...time.turnsDay(), by: li.who })
    .isRefused('notAllowed')
})

test('nothing is asked of a hall whose day has not turned', () => {
  givenIn(hall, at('09:00')).when(kiosk.takes('social')).isRefused('clockBack')
  given().when(at('24:00'), kiosk.takes('social')).isRefused('clockBack')
})

test("the hall's day, not the server's: 07:59 and 08:00 are one day, 23:59 and 00:00 are two", () => {
  given(at('07:59'), kiosk.takes('social'), at('08:00'))
    .when(time.turnsDay())
    .follows()
    .when(kiosk.takes('social'))
    .follows({ type: 'ticketTaken', number: 'A002' })
  const late = given(kiosk.takes('social'), at('23:59', 59), kiosk.takes('social'))
  late.when(time.turnsDay()).follows()
  late
    .when(at('24:00'), time.turnsDay(), kiosk.takes('social'))
    .follows({ type: 'ticketTaken', ticketId: '2026-11-24-1', number: 'A001' })
})

test('at midnight everybody not done expires, counters close, the day closes and the next opens', () => {
  given(
    kiosk.takes('social', { paper: true }),
    ...Array.from({ length: 7 }, () => kiosk.takes('social')),
    kiosk.takes('tax'),
    li.opens(),
    wang.opens(),
    sun.opens(),
    li.callsNext(),
    ...missedBy(li),
    ...servedBy(li),
    li.callsNext(),
    li.starts(),
    li.holds(),
    li.callsNext(),
    wang.callsNext(),
    wang.starts(),
    kiosk.cancels(7),
    at('24:00'),
  )
    .when(time.turnsDay())
    .follows(
      { type: 'ticketExpired', ticketId: ticket(1) },
      { type: 'ticketExpired', ticketId: ticket(4) },
      { type: 'ticketExpired', ticketId: ticket(5) },
      { type: 'ticketExpired', ticketId: ticket(6) },
      { type: 'ticketExpired', ticketId: ticket(8) },
      { type: 'ticketExpired', ticketId: ticket(9) },
      { type: 'counterClosed', counterId: 'c1' },
      { type: 'counterClosed', counterId: 'c2' },
      { type: 'counterClosed', counterId: 'c4' },
      { type: 'dayClosed', day: '2026-11-23' },
      { type: 'dayOpened', day: '2026-11-24' },
    )
})

test('the new day starts empty, and knows no ticket of yesterday', () => {
  const next = given(kiosk.takes('social'), kiosk.reprints(1), li.opens(), at('24:00'), time.turnsDay())
  expect(next.state).toMatchObject({ issued: 0, series: {}, lanes: {}, counters: {}, papers: [], calls: [] })
  next.when(phoneOf(ticket(1)).cancels()).isRefused('unknownTicket')
  next.when(li.opens(), li.callsNext()).isRefused('nobodyWaiting')
})

test('events are numbered on through midnight', () => {
  const story = given(kiosk.takes('social'), at('24:00'), time.turnsDay(), kiosk.takes('social'))
  expect(story.recorded.map(({ seq }) => seq)).toEqual(story.recorded.map((_, i) => i + 1))
  expect(story.state.seq).toBe(story.recorded.length)
})

test('a clock set back over midnight turns no day and takes no number', () => {
  const back = given(at('24:00'), time.turnsDay(), at('23:59'))
  back.when(time.turnsDay()).isRefused('clockBack')
  back.when(kiosk.takes('social')).isRefused('clockBack')
})

test('a weekend away turns the day once', () => {
  given(kiosk.takes('social'), at('72:00'))
    .when(time.turnsDay())
    .follows('ticketExpired', 'dayClosed', { type: 'dayOpened', day: '2026-11-26' })
})

test('a rating window open at midnight is over; the phone still rates', () => {
  given(
    under({ rateableContactSeconds: 0 }),
    at('23:59', 30),
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    li.finishes(),
    seconds(31),
    time.turnsDay(),
  )
    .when(evaluator.presses(5, { n: 1 }))
    .isRefused('unknownTicket')
})
