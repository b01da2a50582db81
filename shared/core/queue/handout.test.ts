import { expect, test } from 'vitest'
import { hallItems } from '../items/hall-items.ts'
import { Material } from '../items/item.ts'
import { asks, at, board, clockMs, given, kiosk, kioskAt, time, today } from './cast.ts'
import { due } from './due.ts'
import { type Step, seconds } from './given.ts'
import type { Who } from './who.ts'

const card = {
  version: 3,
  name: '社保卡申领',
  nameEn: '',
  serviceId: 'social',
  materials: [Material.parse({ text: '身份证' })],
  promised: null,
  fee: '不收费',
}
const published: Step = {
  setUp: (hall) => ({ ...hall, items: hallItems([{ id: 'card', ...card }]) }),
}
const withdrawn: Step = { setUp: (hall) => ({ ...hall, items: hallItems([]) }) }
const first = `${today}-h1`

const prints = (...itemIds: string[]) =>
  asks(kiosk.who, { command: 'printChecklist', itemIds, language: 'en' })
const tells = (outcome: 'printed' | 'failed' | 'unknown', by: Who = kiosk.who, handoutId = first) =>
  asks(by, { command: 'reportHandout', handoutId, outcome, why: 'paperOut' })
const loses = time.losesHandout(1)

test('a checklist is in the journal whole before it is printed, each item once', () => {
  const { state } = given(published)
    .when(prints('card', 'card'))
    .follows({
      type: 'handoutAsked',
      handoutId: first,
      takenAt: 'kiosk:kiosk',
      language: 'en',
      handout: { is: 'checklist', items: [{ itemId: 'card', ...withoutService }] },
    })
  expect(state.handouts.owed).toHaveLength(1)
})

const { serviceId: _, ...withoutService } = card

test('what is not published is not printed', () => {
  given(published).when(prints('gone')).isRefused('unknownItem')
  given(published, withdrawn).when(prints('card')).isRefused('unknownItem')
})

test('one paper at a time from one kiosk, another kiosk prints meanwhile', () => {
  given(published, prints('card')).when(prints('card')).isRefused('printsAlready')
  const elsewhere = asks(kioskAt('other').who, { command: 'printChecklist', itemIds: ['card'] })
  given(published, prints('card')).when(elsewhere).follows('handoutAsked')
  given(published, prints('card'), tells('printed')).when(prints('card')).follows('handoutAsked')
})

test('its station says what became of it, once', () => {
  given(published, prints('card'), withdrawn)
    .when(tells('failed'))
    .follows({ type: 'handoutEnded', outcome: 'failed', why: 'paperOut' })
    .when(tells('failed'))
    .follows()
  given(published, prints('card'))
    .when(tells('printed', kioskAt('other').who))
    .isRefused('notAllowed')
  given(published, prints('card')).when(tells('printed', board.who)).isRefused('notAllowed')
  given(published).when(tells('printed')).isRefused('unknownHandout')
})

test('a station that never says is taken for unknown, and nothing is printed again', () => {
  const owed = given(published, prints('card'), seconds(90))
  const { state } = owed.when(loses).follows({ type: 'handoutEnded', outcome: 'unknown', why: 'noReport' })
  expect(state.handouts.owed).toEqual([])
  given(published, prints('card'), tells('printed')).when(loses).isRefused('unknownHandout')
})

test('what its station has to say is owed ninety seconds after it was asked for', () => {
  const owed = given(published, prints('card'), seconds(5))
  expect(due(owed.hall, owed.state, owed.atMs)).toEqual({
    atMs: clockMs('09:00', 90),
    command: { command: 'loseHandout', handoutId: first },
  })
})

test('a new day owes no paper of yesterday', () => {
  const { state } = given(published, prints('card'), at('23:59'), seconds(120), time.turnsDay())
  expect(state.handouts).toEqual({ issued: 0, owed: [], ended: [] })
})
