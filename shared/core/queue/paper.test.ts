import { expect, test } from 'vitest'
import {
  elderly,
  given,
  kiosk,
  kioskAt,
  li,
  missedBy,
  programThat,
  ticket,
  time,
  visit,
  waiting,
} from './cast.ts'
import { seconds } from './given.ts'

const taken = () => given(kiosk.takes('social', { paper: true }))
const failed = () => given(kiosk.takes('social', { paper: true }), kiosk.fails(1))

test('a printed slip makes the number wait', () => {
  const printed = taken()
    .when(kiosk.prints(1))
    .follows({ type: 'slipPrinted', ticketId: ticket(1) })
  expect(visit(printed.state, 1).status).toEqual({ at: 'waiting' })
  expect(printed.state.papers).toEqual([])
})

test('a priority number printed waits in the priority line', () => {
  const { state } = given(
    kiosk.takes('social'),
    kiosk.takes('social', { paper: true, ...elderly }),
    kiosk.prints(2),
  )
  expect(waiting(state, 'service:social')).toEqual(['A002', 'A001'])
})

test('a slip that failed shows the number for twenty seconds, and it does not wait', () => {
  const story = taken()
    .when(seconds(3), kiosk.fails(1))
    .follows({ type: 'slipFailed', outcome: 'failed', why: 'paperOut', confirmByMs: taken().atMs + 23_000 })
  expect(visit(story.state, 1).status.at).toBe('issuing')
  expect(waiting(story.state, 'service:social')).toEqual([])
})

test('a failed slip is told once: a second report changes nothing, a late printed one does', () => {
  failed().when(kiosk.fails(1, 'unknown')).follows()
  failed().when(kiosk.prints(1)).follows('slipPrinted')
})

test('an outcome is told by the kiosk that prints', () => {
  taken().when(kioskAt('other').prints(1)).isRefused('notAllowed')
  taken().when(kiosk.prints(2)).isRefused('unknownTicket')
})

test('a repeated report of a printed slip is harmless, a failure after it is not believed', () => {
  const printed = given(kiosk.takes('social', { paper: true }), kiosk.prints(1))
  printed.when(kiosk.prints(1)).follows()
  printed.when(kiosk.fails(1)).isRefused('ticketNotIssuing')
})

test('a number written down and confirmed waits', () => {
  const confirmed = failed()
    .when(kiosk.confirms(1))
    .follows({ type: 'numberConfirmed', ticketId: ticket(1) })
  expect(visit(confirmed.state, 1).status).toEqual({ at: 'waiting' })
  confirmed.when(kiosk.confirms(1)).follows()
})

test('a number may be confirmed while the slip is still under way', () => {
  taken().when(kiosk.confirms(1)).follows('numberConfirmed')
})

test('only a number being issued is confirmed', () => {
  given().when(kiosk.confirms(1)).isRefused('unknownTicket')
  given(kiosk.takes('social'), kiosk.cancels(1)).when(kiosk.confirms(1)).isRefused('ticketNotIssuing')
})

test('a number nobody confirms in twenty seconds is void: no ghost waits', () => {
  failed().when(seconds(19), time.voids(1)).isRefused('ticketNotIssuing')
  const voided = failed().when(seconds(20), time.voids(1)).follows('ticketVoided')
  expect(visit(voided.state, 1).status).toEqual({ at: 'void' })
  expect(voided.state.papers).toEqual([])
  voided.when(kiosk.confirms(1)).isRefused('ticketNotIssuing')
  voided.when(kiosk.reprints(1)).isRefused('ticketOver')
  voided.when(li.opens(), li.callsNext()).isRefused('nobodyWaiting')
})

test('only an unconfirmed number is voided, and only by time', () => {
  taken().when(seconds(99), time.voids(1)).isRefused('ticketNotIssuing')
  given(kiosk.takes('social')).when(seconds(99), time.voids(1)).isRefused('ticketNotIssuing')
  given().when(time.voids(1)).isRefused('ticketNotIssuing')
  failed()
    .when(seconds(20), { by: li.who, ask: { command: 'voidTicket', ticketId: ticket(1) } })
    .isRefused('notAllowed')
})

test('a kiosk that never reports leaves the paper unknown and the number to confirm', () => {
  const lost = taken()
    .when(seconds(90), time.losesReport(1))
    .follows({ type: 'slipFailed', outcome: 'unknown' })
  lost.when(time.losesReport(1)).isRefused('ticketNotIssuing')
  lost.when(kiosk.prints(1)).follows('slipPrinted')
  given(kiosk.takes('social')).when(time.losesReport(1)).isRefused('ticketNotIssuing')
})

test('a reprint asked for is the same number, told by the station that asked', () => {
  const asked = given(kiosk.takes('social'))
    .when(kioskAt('second').reprints(1))
    .follows({ type: 'reprintAsked', ticketId: ticket(1), takenAt: 'kiosk:second' })
  expect(asked.state.papers).toEqual([1])
  asked.when(kioskAt('third').prints(1)).isRefused('notAllowed')
  const out = asked.when(kioskAt('second').prints(1)).follows({ type: 'slipReprinted', outcome: 'printed' })
  expect(out.state.papers).toEqual([])
  expect(visit(out.state, 1)).toMatchObject({ number: 'A001', status: { at: 'waiting' }, reprint: null })
})

test('a reprint may be asked for again once the last is settled, not while it runs', () => {
  const asked = given(kiosk.takes('social'), kiosk.reprints(1))
  asked.when(kiosk.reprints(1)).follows()
  asked.when(kiosk.fails(1), kiosk.reprints(1)).follows('reprintAsked')
})

test('a reprint never reported is given up, and the number waits on', () => {
  const lost = given(kiosk.takes('social'), kiosk.reprints(1))
    .when(seconds(90), time.losesReport(1))
    .follows({ type: 'slipReprinted', outcome: 'unknown' })
  expect(lost.state.papers).toEqual([])
  expect(waiting(lost.state, 'service:social')).toEqual(['A001'])
})

test('a reprint of a failed slip settles the number', () => {
  const { state } = given(
    kiosk.takes('social', { paper: true }),
    kiosk.fails(1),
    kiosk.reprints(1),
    kiosk.prints(1),
  )
  expect(visit(state, 1).status).toEqual({ at: 'waiting' })
  expect(state.papers).toEqual([])
})

test('a reprint that fails too shows the number again for twenty seconds', () => {
  const again = failed()
    .when(kiosk.reprints(1), seconds(30), kiosk.fails(1))
    .follows('slipReprinted', { type: 'slipFailed', outcome: 'failed', confirmByMs: failed().atMs + 50_000 })
  again.when(seconds(19), time.voids(1)).isRefused('ticketNotIssuing')
  again.when(seconds(20), time.voids(1)).follows('ticketVoided')
  failed()
    .when(kiosk.reprints(1), seconds(90), time.losesReport(1))
    .follows('slipReprinted', { type: 'slipFailed', outcome: 'unknown' })
})

test('a number whose reprint is under way is not voided', () => {
  failed().when(kiosk.reprints(1), seconds(20), time.voids(1)).isRefused('ticketNotIssuing')
})

test('a number confirmed while its reprint is under way waits, and the paper is still expected', () => {
  const story = failed().when(kiosk.reprints(1), kiosk.confirms(1)).follows('numberConfirmed')
  expect(story.state.papers).toEqual([1])
  const settled = story.when(kiosk.prints(1)).follows('slipReprinted')
  expect(settled.state.papers).toEqual([])
  expect(waiting(settled.state, 'service:social')).toEqual(['A001'])
})

test('the first kiosk may still tell of its slip while another reprints', () => {
  const story = failed().when(kioskAt('second').reprints(1), kiosk.prints(1)).follows('slipPrinted')
  story.when(kioskAt('second').prints(1)).follows('slipReprinted')
})

test('no reprint while the slip is under way, none when the visit is over', () => {
  taken().when(kiosk.reprints(1)).isRefused('ticketNotWaiting')
  given().when(kiosk.reprints(1)).isRefused('unknownTicket')
  given(kiosk.takes('social'), kiosk.cancels(1)).when(kiosk.reprints(1)).isRefused('ticketOver')
  given(kiosk.takes('social'), kiosk.reprints(1), kiosk.cancels(1))
    .when(kiosk.reprints(1))
    .isRefused('ticketOver')
  given(kiosk.takes('social'), li.opens(), li.callsNext(), li.finishes())
    .when(kiosk.reprints(1))
    .isRefused('ticketOver')
})

test('a citizen called, served, held or missed can still have the slip again', () => {
  const called = given(kiosk.takes('social'), li.opens(), li.callsNext())
  called.when(kiosk.reprints(1)).follows('reprintAsked')
  called.when(li.starts(), kiosk.reprints(1)).follows('reprintAsked')
  called.when(li.starts(), li.holds(), kiosk.reprints(1)).follows('reprintAsked')
  const missed = called.when(...missedBy(li), kiosk.reprints(1)).follows('reprintAsked')
  const out = missed.when(kiosk.prints(1)).follows('slipReprinted')
  expect(visit(out.state, 1).status.at).toBe('missed')
})

test('kiosks, clerks and programs that may take tell of paper; nobody else does', () => {
  given(programThat('take').takes('social', { paper: true }))
    .when(programThat('take').prints(1))
    .follows('slipPrinted')
  taken().when(programThat('call').prints(1)).isRefused('notAllowed')
  taken().when(programThat('call').confirms(1)).isRefused('notAllowed')
  taken().when(programThat('call').reprints(1)).isRefused('notAllowed')
  failed().when(li.confirms(1)).follows('numberConfirmed')
})
