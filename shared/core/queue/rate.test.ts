import { expect, test } from 'vitest'
import type { PastLeg } from './asked.ts'
import {
  clerkAt,
  evaluator,
  evaluatorAt,
  given,
  kiosk,
  li,
  missedBy,
  phoneOf,
  programThat,
  servedBy,
  sun,
  ticket,
  time,
  visit,
  wang,
} from './cast.ts'
import { minutes, seconds, under } from './given.ts'
import { roles } from './who.ts'

const served = () => given(kiosk.takes('social'), kiosk.takes('social'), li.opens(), ...servedBy(li))
const phone = phoneOf(ticket(1))

/** What the evaluator was shown, remembered after its window has shut. */
const asked = { n: 1, leg: 0, nonce: served().state.counters.c1?.asking?.nonce ?? '' }

test('the citizen rates at the counter within the window', () => {
  const story = served()
    .when(evaluator.presses(4))
    .follows({
      type: 'legRated',
      ticketId: ticket(1),
      leg: 0,
      level: 4,
      channel: 'evaluator',
      takenAt: 'evaluator:e-c1',
    })
  expect(visit(story.state, 1).legs[0]?.rating).toMatchObject({ is: 'rated', level: 4, explained: false })
  expect(story.state.counts).toMatchObject({ rateable: 1, rated: 1 })
})

test('a keypad station rates for the counters it is bound to', () => {
  const box = (...counterIds: string[]) => evaluatorAt('c1', { as: 'window', stationId: 'bus', counterIds })
  served().when(box('c1', 'c2').presses(5)).follows('legRated')
  served().when(box('c2').presses(5)).isRefused('ratingClosed')
})

test('the first press wins; a later one is refused as already rated', () => {
  const story = served().when(evaluator.presses(2)).follows('legRated')
  story.when(evaluator.presses(5, { n: 1, leg: 0 })).isRefused('alreadyRated')
  story.when(phone.rates(5)).isRefused('alreadyRated')
  expect(visit(story.state, 1).legs[0]?.rating).toMatchObject({ level: 2 })
})

test('the window shuts sixty seconds after finishing', () => {
  served().when(seconds(60), evaluator.presses(1)).follows('legRated')
  served().when(seconds(61), evaluator.presses(1)).isRefused('ratingClosed')
  served()
    .when(seconds(60), time.shutsRating('c1'))
    .follows({ type: 'ratingShut', counterId: 'c1', ticketId: ticket(1), leg: 0 })
    .when(evaluator.presses(1, asked))
    .isRefused('ratingClosed')
})

test('unrated stays unrated: shutting the window writes no level', () => {
  const shut = served().when(seconds(60), time.shutsRating('c1')).follows('ratingShut')
  expect(visit(shut.state, 1).legs[0]?.rating).toMatchObject({ is: 'rateable' })
  expect(shut.state.counts).toMatchObject({ rateable: 1, rated: 0 })
  shut.when(time.shutsRating('c1')).follows()
  shut.when(time.shutsRating('c9')).follows()
})

test('the window stays open while the next is called and shuts when the next is started', () => {
  served().when(li.callsNext(), evaluator.presses(3)).follows('legRated')
  served().when(li.callsNext(), li.starts(), evaluator.presses(3, asked)).isRefused('ratingClosed')
})

test('taking up a held leg shuts the window too', () => {
  given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    li.starts(),
    li.holds(),
    ...servedBy(li),
  )
    .when(li.resumes(1), evaluator.presses(3, { n: 2, leg: 0 }))
    .isRefused('ratingClosed')
})

test('a clerk cannot shut the window by closing the counter, nor by opening it again', () => {
  served().when(li.closes(), evaluator.presses(1)).follows({ type: 'legRated', level: 1 })
  served().when(li.closes(), li.opens(), evaluator.presses(1)).follows({ type: 'legRated', level: 1 })
  served().when(li.closes(), seconds(61), evaluator.presses(1)).isRefused('ratingClosed')
  served().when(li.closes(), seconds(60), time.shutsRating('c1')).follows('ratingShut')
})

test('an evaluator needs the nonce of this window', () => {
  served()
    .when(evaluator.presses(5, { nonce: 'guess' }))
    .isRefused('ratingClosed')
  served()
    .when(evaluator.presses(5, { nonce: '' }))
    .isRefused('ratingClosed')
})

test('an evaluator of another counter cannot rate, even with the nonce', () => {
  served()
    .when({
      by: evaluatorAt('c2').who,
      ask: (state) => ({
        command: 'rate',
        ticketId: ticket(1),
        leg: 0,
        level: 5,
        nonce: state.counters.c1?.asking?.nonce ?? '',
      }),
    })
    .isRefused('ratingClosed')
})

test("a nonce rates its own leg and no other ticket's", () => {
  const two = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    ...servedBy(li),
    ...servedBy(li),
  )
  two.when(evaluator.presses(5, { n: 1 })).isRefused('ratingClosed')
  two.when(evaluator.presses(5)).follows({ type: 'legRated', ticketId: ticket(2) })
})

test("a clerk's credentials can create no rating, whatever the role", () => {
  for (const role of roles) {
    served()
      .when({ ...evaluator.presses(5), by: clerkAt('li', 'c1', [role]).who })
      .isRefused('notAllowed')
  }
  served()
    .when({ ...evaluator.presses(5), by: programThat('take', 'call', 'read').who })
    .isRefused('notAllowed')
  served()
    .when({ ...evaluator.presses(5), by: kiosk.who })
    .isRefused('notAllowed')
})

test('a leg uncalled, missed, cancelled, void or too short is not rateable', () => {
  given(kiosk.takes('social')).when(phone.rates(5)).isRefused('notRateable')
  given(kiosk.takes('social'), kiosk.cancels(1)).when(phone.rates(5)).isRefused('notRateable')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), ...missedBy(li))
    .when(phone.rates(5))
    .isRefused('notRateable')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.starts(), li.finishes())
    .when(phone.rates(5))
    .isRefused('notRateable')
  given(kiosk.takes('social', { paper: true }), kiosk.fails(1), seconds(20), time.voids(1))
    .when(phone.rates(5))
    .isRefused('notRateable')
})

test('a leg that does not exist is not rated', () => {
  served().when(phone.rates(5, 1)).isRefused('unknownTicket')
  given().when(phone.rates(5)).isRefused('unknownTicket')
})

test('a visit with two legs is rated for each of them', () => {
  given(
    kiosk.takes('social'),
    li.opens(),
    sun.opens(),
    li.callsNext(),
    li.transfers({ to: 'service', serviceId: 'tax' }, { comeBack: true }),
    ...servedBy(sun),
    ...servedBy(li),
    phone.rates(5, 1),
  )
    .when(evaluator.presses(1))
    .follows({ type: 'legRated', leg: 2, level: 1 })
})

test('the phone rates its own ticket alone', () => {
  served()
    .when({ ...phone.rates(5), by: phoneOf(ticket(2)).who })
    .isRefused('notAllowed')
})

test('the slip rates by phone after the window, for as many days as the hall says', () => {
  served()
    .when(minutes(600), phone.rates(4))
    .follows({ type: 'legRated', channel: 'phone', takenAt: `phone:${ticket(1)}` })
  served()
    .when(under({ ratingDays: 0 }), seconds(1), phone.rates(4))
    .isRefused('ratingClosed')
})

const past: PastLeg = {
  ticketId: ticket(1),
  leg: 0,
  rateable: true,
  rated: null,
  explained: false,
  finishedAtMs: served().atMs,
}
const later = (days: number, more = 0) =>
  given({ atMs: past.finishedAtMs + days * 86_400_000 + more }, time.turnsDay())

test('a leg of an earlier day is rated by phone until its days are over, and today counts nothing', () => {
  const story = later(14)
    .when(phone.rates(3, 0, past))
    .follows({ type: 'legRated', ticketId: ticket(1), level: 3 })
  expect(story.state.counts).toMatchObject({ rated: 0, rateable: 0 })
  later(14, 1)
    .when(phone.rates(3, 0, past))
    .isRefused('ratingClosed')
  later(1).when(phone.rates(3)).isRefused('unknownTicket')
})

test('an earlier leg already rated or never rateable stays so', () => {
  later(1)
    .when(phone.rates(3, 0, { ...past, rated: 5 }))
    .isRefused('alreadyRated')
  later(1)
    .when(phone.rates(3, 0, { ...past, rateable: false }))
    .isRefused('notRateable')
})

test('an evaluator rates no earlier day', () => {
  later(1)
    .when({
      ...evaluator.presses(5, { n: 1, leg: 0 }),
      ask: { command: 'rate', ticketId: ticket(1), leg: 0, level: 5, nonce: '' },
      past,
    })
    .isRefused('ratingClosed')
})

const bad = () => served().when(evaluator.presses(2)).follows('legRated')

test('a bad mark is explained by codes of its own level or a short text, once', () => {
  const story = bad()
    .when(evaluator.explains(1, ['207', '209'], '材料要了三次'))
    .follows({
      type: 'ratingExplained',
      ticketId: ticket(1),
      leg: 0,
      codes: ['207', '209'],
      text: '材料要了三次',
    })
  expect(visit(story.state, 1).legs[0]?.rating).toMatchObject({ level: 2, explained: true })
  story.when(phone.explains(['208'])).follows()
})

test('a code of another level, withdrawn or invented is refused, and the mark stays', () => {
  for (const code of ['510', '108', '201', '999']) {
    const story = bad()
    story.when(evaluator.explains(1, ['207', code])).isRefused('withdrawnCode')
    expect(visit(story.state, 1).legs[0]?.rating).toMatchObject({ level: 2, explained: false })
  }
})

test('only a mark given is explained, by the phone of the ticket or with the nonce', () => {
  served()
    .when(evaluator.explains(1, ['207']))
    .isRefused('notRated')
  given()
    .when(phone.explains(['207']))
    .isRefused('unknownTicket')
  bad()
    .when(evaluator.explains(1, ['207'], '', 'guess'))
    .isRefused('ratingClosed')
  bad()
    .when(phone.explains(['207']))
    .follows('ratingExplained')
  bad()
    .when({ ...phone.explains(['207']), by: li.who })
    .isRefused('notAllowed')
})

test('a mark of an earlier day is explained by phone', () => {
  later(2)
    .when(phone.explains(['207'], '', { ...past, rated: 2 }))
    .follows('ratingExplained')
  later(2)
    .when(phone.explains(['207'], '', past))
    .isRefused('notRated')
  later(2)
    .when(phone.explains(['207'], '', { ...past, rated: 2, explained: true }))
    .follows()
})

test("a late rating lands on its own leg, not on the counter's next citizen", () => {
  const { state } = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    ...servedBy(li),
    ...servedBy(li),
    phone.rates(1),
  )
  expect(visit(state, 1).legs[0]?.rating).toMatchObject({ is: 'rated', level: 1 })
  expect(visit(state, 2).legs[0]?.rating).toMatchObject({ is: 'rateable' })
  expect(state.counters.c1?.asking?.n).toBe(2)
})

test('two counters ask apart', () => {
  const two = given(
    kiosk.takes('social'),
    kiosk.takes('social'),
    li.opens(),
    wang.opens(),
    ...servedBy(li),
    ...servedBy(wang),
  )
  two.when(evaluatorAt('c2').presses(1)).follows({ type: 'legRated', ticketId: ticket(2) })
  two.when(evaluator.presses(5)).follows({ type: 'legRated', ticketId: ticket(1) })
})
