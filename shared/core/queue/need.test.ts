import { expect, test } from 'vitest'
import { boardView, publicCall } from '../views/board.ts'
import { counterView } from '../views/counter.ts'
import { kioskView } from '../views/kiosk.ts'
import { asks, given, kiosk, li, missedBy, phoneOf, ticket, visit } from './cast.ts'
import { Event } from './event.ts'
import { mannerOf, type Need, Needs } from './need.ts'
import type { Who } from './who.ts'

const changes = (by: Who, n: number, needs: Need[]) =>
  asks(by, { command: 'changeNeeds', ticketId: ticket(n), needs })
const both: Need[] = ['slowSpeech', 'flash']

test('a number is taken with what its citizen needs, and the clerk reads it', () => {
  const { hall, state } = given(li.opens(), kiosk.takes('social', { needs: ['largeSlip', 'lowCounter'] }))
  expect(visit(state, 1).needs).toEqual(['largeSlip', 'lowCounter'])
  expect(counterView(hall, state, 'c1')?.waiting[0]?.needs).toEqual(['largeSlip', 'lowCounter'])
})

test('a kiosk is told to print large, and nothing else of it', () => {
  const { hall, state } = given(kiosk.takes('social', { paper: true, needs: ['largeSlip', 'slowSpeech'] }))
  const view = kioskView(hall, state, kiosk.who, 0)
  expect(view.toPrint[0]?.large).toBe(true)
  expect(JSON.stringify(view)).not.toMatch(/slowSpeech/)
})

test('what is public of a need is how a call is told, never the need (T10)', () => {
  const called = given(li.opens(), kiosk.takes('social', { needs: [...both, 'lowCounter'] }))
    .when(li.callsNext())
    .follows({ type: 'ticketCalled', manner: mannerOf(both) })
  const { hall, state } = called
  expect(boardView(hall, state, '').calls[0]?.manner).toEqual({ pace: 0.7, flashes: 9 })
  expect(JSON.stringify(boardView(hall, state, ''))).not.toMatch(/slowSpeech|flash"|lowCounter|needs/)
  called.when(li.recalls()).follows({ type: 'ticketRecalled', manner: mannerOf(both) })
})

test('a call without needs carries nothing of them, and is told as usual', () => {
  const { hall, state, recorded } = given(li.opens(), kiosk.takes('social'), li.callsNext())
  expect(recorded.at(-1)?.event).not.toHaveProperty('manner')
  expect(publicCall(hall, state.calls[0]!).manner).toEqual({ pace: 1, flashes: 3 })
})

test('needs can be told later, by the citizen and by staff, until the visit is over', () => {
  const story = given(li.opens(), kiosk.takes('social'))
  story.when(changes(phoneOf(ticket(1)).who, 1, both)).follows({ type: 'needsChanged', needs: both })
  story.when(changes(li.who, 1, both)).follows('needsChanged')
  story.when(changes(phoneOf(ticket(2)).who, 1, both)).isRefused('notAllowed')
  story.when(changes(li.who, 7, both)).isRefused('unknownTicket')
  given(kiosk.takes('social'), kiosk.cancels(1))
    .when(changes(kiosk.who, 1, both))
    .isRefused('ticketOver')
})

test('who changes their needs keeps their place in the line', () => {
  given(li.opens(), kiosk.takes('social'), kiosk.takes('social'), changes(li.who, 1, ['lowCounter']))
    .when(li.callsNext())
    .follows({ type: 'ticketCalled', ticketId: ticket(1) })
  const missed = given(
    kiosk.takes('social'),
    li.opens(),
    li.callsNext(),
    ...missedBy(li),
    changes(li.who, 1, both),
  )
  expect(visit(missed.state, 1).needs).toEqual(both)
})

test('the same needs again are nothing new', () => {
  given(kiosk.takes('social', { needs: both }))
    .when(changes(kiosk.who, 1, [...both].reverse()))
    .follows()
})

test('a need stands once, and a journal from before there were any replays', () => {
  expect(Needs.safeParse(['flash', 'flash']).success).toBe(false)
  const { recorded } = given(kiosk.takes('social'))
  const { needs: _, ...old } = recorded.at(-1)!.event as Record<string, unknown>
  expect(Event.parse(old)).toMatchObject({ needs: [] })
})
