import { describe, expect, test } from 'vitest'
import type { OfflineRecords } from './asked.ts'
import { asks, at, clockMs, given, kiosk, kioskAt, li, ticket, today, visit, waiting } from './cast.ts'
import { type Ask, minutes, type Step } from './given.ts'
import type { OfflineEntry } from './offline-entry.ts'
import { lastLeg } from './state.ts'

const away = kioskAt('k9')
const named = (count: number) => `local-id-number-${count}`

const entry = (count: number, time: string, change: Partial<OfflineEntry> = {}): OfflineEntry => ({
  localId: named(count),
  day: today,
  number: `AK${String(count).padStart(3, '0')}`,
  serviceId: 'social',
  takenAtMs: clockMs(time),
  heardAtMs: clockMs('09:00'),
  offsetMs: 0,
  secret: `a-secret-of-22-characters-${count}`,
  language: 'zh-CN',
  needs: [],
  slip: 'printed',
  why: '',
  fate: 'waits',
  ...change,
})

const handsOver = (
  entries: OfflineEntry[],
  more: { offsetMs?: number; offline?: OfflineRecords } = {},
): Ask => ({
  ...asks(away.who, { command: 'mergeOffline', letter: 'K', offsetMs: more.offsetMs ?? 0, entries }),
  ...(more.offline && { offline: more.offline }),
})

const records = (change: Partial<OfflineRecords>): OfflineRecords => ({
  answered: {},
  issued: {},
  known: [],
  ...change,
})

const letterIs = (stationId: string): Step => ({
  setUp: (hall) => ({ ...hall, offlineLetters: { [stationId]: 'K' } }),
})

test('numbers given without the hub stand between the others by their true issue time, and wait since then', () => {
  const story = given(kiosk.takes('social'), at('09:20'), kiosk.takes('social'))
    .when(minutes(10), handsOver([entry(1, '09:05'), entry(2, '09:25')]))
    .follows('ticketTaken', 'slipPrinted', 'ticketTaken', 'slipPrinted')
  expect(waiting(story.state, 'service:social')).toEqual(['A001', 'AK001', 'A002', 'AK002'])
  expect(visit(story.state, 3)).toMatchObject({ number: 'AK001', issuedAtMs: clockMs('09:05') })
  expect(lastLeg(visit(story.state, 3)).queuedAtMs).toBe(clockMs('09:05'))
  expect(story.state.offline.kiosks['kiosk:k9']).toEqual({
    count: 2,
    drifted: 0,
    fromMs: clockMs('09:05'),
    toMs: clockMs('09:25'),
    atMs: clockMs('09:30'),
  })
})

test('handed over twice, a number comes in once', () => {
  given(at('09:30'), handsOver([entry(1, '09:05')]))
    .when(handsOver([entry(1, '09:05'), entry(2, '09:06')]))
    .follows({ type: 'ticketTaken', number: 'AK002' }, 'slipPrinted')
    .when(handsOver([entry(1, '09:05')]))
    .follows()
})

test("the hall's own series goes on undisturbed", () => {
  given(kiosk.takes('social'), at('09:30'), handsOver([entry(1, '09:05')]))
    .when(kiosk.takes('social'))
    .follows({ type: 'ticketTaken', number: 'A002', n: 3 })
})

describe('paper', () => {
  test('that never came out and was not confirmed makes the number void', () => {
    given(at('09:30'))
      .when(handsOver([entry(1, '09:05', { slip: 'failed', why: 'paperOut', fate: 'void' })]))
      .follows('ticketTaken', { type: 'slipFailed', why: 'paperOut' }, 'ticketVoided')
  })

  test('that failed and was confirmed leaves the number waiting', () => {
    const { state } = given(at('09:30'))
      .when(handsOver([entry(1, '09:05', { slip: 'failed' })]))
      .follows('ticketTaken', 'slipFailed', 'numberConfirmed')
    expect(waiting(state, 'service:social')).toEqual(['AK001'])
    expect(state.papers).toEqual([])
  })

  test('was not wanted: the number waits', () => {
    const { state } = given(at('09:30'))
      .when(handsOver([entry(1, '09:05', { slip: 'none' })]))
      .follows('ticketTaken')
    expect(waiting(state, 'service:social')).toEqual(['AK001'])
  })
})

describe('the command nobody answered', () => {
  const instead = entry(1, '09:05', { insteadOf: 'tap-1' })
  const tap1Made = (n: number) => records({ answered: { 'tap-1': ticket(n) } })

  test('made a ticket whose paper never came: that one goes, the citizen has one number', () => {
    const { state } = given(away.takes('social', { paper: true }), at('09:30'))
      .when(handsOver([instead], { offline: tap1Made(1) }))
      .follows(
        { type: 'ticketVoided', ticketId: ticket(1) },
        { type: 'ticketTaken', number: 'AK001' },
        'slipPrinted',
      )
    expect(waiting(state, 'service:social')).toEqual(['AK001'])
  })

  test('made a ticket without paper, which nobody knows of: that one goes', () => {
    const { state } = given(away.takes('social'), at('09:30'))
      .when(handsOver([instead], { offline: tap1Made(1) }))
      .follows('ticketVoided', 'ticketTaken', 'slipPrinted')
    expect(waiting(state, 'service:social')).toEqual(['AK001'])
  })

  test('had its paper printed after all: the later number is void', () => {
    const { state } = given(away.takes('social', { paper: true }), away.prints(1), at('09:30'))
      .when(handsOver([instead], { offline: tap1Made(1) }))
      .follows('ticketTaken', { type: 'ticketVoided', ticketId: ticket(2) })
    expect(waiting(state, 'service:social')).toEqual(['A001'])
  })

  test('was never made: nothing goes', () => {
    given(at('09:30'))
      .when(handsOver([instead], { offline: records({}) }))
      .follows('ticketTaken', 'slipPrinted')
  })
})

describe('clocks', () => {
  test('that came apart by more than two minutes keep the place between the last word of the hub and now', () => {
    const { state } = given(at('09:30'))
      .when(handsOver([entry(1, '08:10')], { offsetMs: 121_000 }))
      .follows({ type: 'ticketTaken' }, 'slipPrinted')
    expect(visit(state, 1).issuedAtMs).toBe(clockMs('09:00'))
    expect(state.offline.kiosks['kiosk:k9']).toMatchObject({ drifted: 1 })
  })

  test('that ran ahead give no place later than now', () => {
    const { state } = given(at('09:30'))
      .when(handsOver([entry(1, '11:00')]))
      .follows('ticketTaken', 'slipPrinted')
    expect(visit(state, 1).issuedAtMs).toBe(clockMs('09:30'))
    expect(state.offline.kiosks['kiosk:k9']).toMatchObject({ drifted: 1 })
  })

  test('that agree are believed', () => {
    const { state } = given(at('09:30'), handsOver([entry(1, '09:05')], { offsetMs: 119_000 }))
    expect(state.offline.kiosks['kiosk:k9']).toMatchObject({ drifted: 0 })
  })
})

describe('a number that cannot come in is kept and told once, and comes in when it can', () => {
  test('its service is gone', () => {
    const gone = entry(1, '09:05', { serviceId: 'gone' })
    const story = given(at('09:30'))
      .when(handsOver([gone, entry(2, '09:06')]))
      .follows({ type: 'offlineKept', number: 'AK001', why: 'unknownService' }, 'ticketTaken', 'slipPrinted')
    expect(story.state.offline.kept).toMatchObject([{ number: 'AK001', by: 'kiosk:k9' }])
    const again = story.when(handsOver([gone])).follows()
    const back: Step = {
      setUp: (hall) => ({
        ...hall,
        services: [
          ...hall.services,
          { ...(hall.services[0] as (typeof hall.services)[0]), id: 'gone', prefix: 'F' },
        ],
      }),
    }
    const { state } = again
      .when(back, handsOver([gone]))
      .follows({ type: 'ticketTaken', number: 'AK001' }, 'slipPrinted')
    expect(state.offline.kept).toEqual([])
  })

  test("its letter is another kiosk's now", () => {
    given(at('09:30'), letterIs('k8'))
      .when(handsOver([entry(1, '09:05')]))
      .follows({ type: 'offlineKept', why: 'letterTaken' })
  })

  test("its letter is this kiosk's, or nobody's: it comes in", () => {
    given(at('09:30'), letterIs('k9'))
      .when(handsOver([entry(1, '09:05')]))
      .follows('ticketTaken', 'slipPrinted')
  })

  test('another has the same number', () => {
    const other = entry(1, '09:07', { localId: named(77) })
    given(at('09:30'), handsOver([entry(1, '09:05')]))
      .when(handsOver([other]))
      .follows({ type: 'offlineKept', why: 'letterTaken' })
    given(at('09:30'))
      .when(handsOver([entry(1, '09:05'), other]))
      .follows('ticketTaken', 'slipPrinted', { type: 'offlineKept', localId: named(77), why: 'letterTaken' })
  })

  test('a service has taken its letters for prefix', () => {
    const clash: Step = {
      setUp: (hall) => ({
        ...hall,
        services: hall.services.map((each) => (each.id === 'tax' ? { ...each, prefix: 'AK' } : each)),
      }),
    }
    given(at('09:30'), clash)
      .when(handsOver([entry(1, '09:05')]))
      .follows({ type: 'offlineKept', why: 'letterTaken' })
  })

  test('it says it is of tomorrow', () => {
    given(at('09:30'))
      .when(handsOver([entry(1, '09:05', { day: '2026-11-24' })]))
      .follows({ type: 'offlineKept', why: 'clockWrong' })
  })

  test('its number is not of the letter it is handed over under', () => {
    given(at('09:30'))
      .when(handsOver([entry(1, '09:05', { number: 'AM001' })]))
      .follows({ type: 'offlineKept', why: 'invalid' })
  })
})

test("numbers of a day that is over are on record as expired, after that day's own, once", () => {
  const old = entry(1, '09:05', { day: '2026-11-20' })
  const past = { offline: records({ issued: { '2026-11-20': 41 } }) }
  const story = given(at('09:30'))
    .when(handsOver([old, entry(2, '09:06', { day: '2026-11-20' })], past))
    .follows(
      { type: 'offlineExpired', ticketId: '2026-11-20-42', number: 'AK001' },
      { type: 'offlineExpired', ticketId: '2026-11-20-43' },
    )
  expect(waiting(story.state, 'service:social')).toEqual([])
  expect(story.state.issued).toBe(0)
  story.when(handsOver([old], past)).follows()
  story
    .when(handsOver([entry(3, '09:07', { day: '2026-11-20' })], past))
    .follows({ type: 'offlineExpired', n: 44 })
  given(at('09:30'))
    .when(handsOver([old], { offline: records({ known: [named(1)] }) }))
    .follows()
})

test('a number handed over is called like any other', () => {
  given(at('09:30'), handsOver([entry(1, '09:05')]), li.opens())
    .when(li.callsNext())
    .follows({ type: 'ticketCalled', number: 'AK001', why: { rule: 'first', passed: 0 } })
})
