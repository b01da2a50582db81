import { expect, test } from 'vitest'
import { at, clockMs, given, hall, kiosk, li, servedBy, ticket, time } from './cast.ts'
import { due } from './due.ts'
import { ask, givenIn, type Story, seconds } from './given.ts'

const owed = (story: Story) => due(story.hall, story.state, story.atMs)

test('a hall without a day owes one now', () => {
  expect(owed(givenIn(hall, at('09:00')))).toEqual({
    atMs: clockMs('09:00'),
    command: { command: 'turnDay' },
  })
})

test("with nothing under way the next due is the hall's midnight", () => {
  expect(owed(given())).toEqual({ atMs: clockMs('24:00'), command: { command: 'turnDay' } })
})

test('a day missed is owed at once', () => {
  expect(owed(given(at('30:00')))).toEqual({ atMs: clockMs('30:00'), command: { command: 'turnDay' } })
})

test('a day missed is owed before everything left over from it', () => {
  const left = given(
    kiosk.takes('social', { paper: true }),
    kiosk.takes('social'),
    li.opens(),
    ...servedBy(li),
    at('33:00'),
  )
  expect(owed(left)).toEqual({ atMs: clockMs('33:00'), command: { command: 'turnDay' } })
})

test('a clock set back waits for the next midnight instead of turning without end', () => {
  expect(owed(given(at('24:00'), time.turnsDay(), at('23:00')))).toEqual({
    atMs: clockMs('24:00'),
    command: { command: 'turnDay' },
  })
})

test('a slip not reported is lost after ninety seconds', () => {
  expect(owed(given(kiosk.takes('social', { paper: true }), seconds(5)))).toEqual({
    atMs: clockMs('09:00', 90),
    command: { command: 'loseReport', ticketId: ticket(1) },
  })
})

test('a number not confirmed is void after twenty seconds', () => {
  expect(owed(given(kiosk.takes('social', { paper: true }), kiosk.fails(1)))).toEqual({
    atMs: clockMs('09:00', 20),
    command: { command: 'voidTicket', ticketId: ticket(1) },
  })
})

test('a reprint not reported is given up after ninety seconds, also of a number confirmed meanwhile', () => {
  const lost = { atMs: clockMs('09:00', 90), command: { command: 'loseReport', ticketId: ticket(1) } }
  const asked = given(kiosk.takes('social', { paper: true }), kiosk.fails(1), kiosk.reprints(1))
  expect(owed(asked)).toEqual(lost)
  expect(owed(asked.when(kiosk.confirms(1)).follows('numberConfirmed'))).toEqual(lost)
})

test('a rating window shuts at its end, also at a counter closed meanwhile', () => {
  const shut = { atMs: clockMs('09:02'), command: { command: 'shutRating', counterId: 'c1' } }
  const asking = given(kiosk.takes('social'), li.opens(), ...servedBy(li))
  expect(owed(asking)).toEqual(shut)
  expect(owed(asking.when(li.closes()).follows('counterClosed'))).toEqual(shut)
})

test('the earliest comes first', () => {
  const story = given(
    kiosk.takes('social', { paper: true }),
    seconds(60),
    kiosk.takes('social', { paper: true }),
    kiosk.fails(2),
  )
  expect(owed(story).command).toEqual({ command: 'voidTicket', ticketId: ticket(2) })
})

test('each due, run when it is due, is accepted, and the last is the next midnight', () => {
  let story: Story = given(
    kiosk.takes('social', { paper: true }),
    kiosk.takes('social', { paper: true }),
    kiosk.fails(2),
    kiosk.takes('tax'),
    kiosk.reprints(3),
    kiosk.takes('social'),
    li.opens(),
    ...servedBy(li),
  )
  const ran: string[] = []
  while (owed(story).command.command !== 'turnDay') {
    const { atMs, command } = owed(story)
    ran.push(command.command)
    const done = ask({ ...story, atMs: Math.max(atMs, story.atMs) }, { by: { as: 'clock' }, ask: command })
    expect(done.answer).not.toHaveProperty('refused')
    story = done.story
  }
  expect(ran).toEqual(['voidTicket', 'loseReport', 'loseReport', 'voidTicket', 'shutRating'])
})
