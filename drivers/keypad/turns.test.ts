import { expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { openTurns } from './turns.ts'

function line() {
  const clock = drivenClock(0)
  const said: string[] = []
  const state = { broken: false }
  const say = openTurns(clock, async (bytes) => {
    if (state.broken) throw new Error('offline')
    said.push(Buffer.from(bytes).toString())
  })
  return { clock, said, state, say }
}

test('a key goes before a number, a number before a count', async () => {
  const { clock, said, say } = line()
  say('count', 'a', Buffer.from('first'))
  say('count', 'b', Buffer.from('count'))
  say('beep', 'c', Buffer.from('beep'))
  say('number', 'd', Buffer.from('number'))
  say('acknowledge', 'e', Buffer.from('key'))
  await clock.advance(200)
  expect(said).toEqual(['first', 'key', 'number', 'beep', 'count'])
})

test('frames keep 20 ms apart', async () => {
  const { clock, said, say } = line()
  say('number', 'a', Buffer.from('a'))
  say('number', 'b', Buffer.from('b'))
  await clock.advance(19)
  expect(said).toEqual(['a'])
  await clock.advance(1)
  expect(said).toEqual(['a', 'b'])
})

test('a newer number takes the place of one that still waits', async () => {
  const { clock, said, say } = line()
  for (const number of ['001', '002', '003']) say('number', 'counter 3', Buffer.from(number))
  await clock.advance(200)
  expect(said).toEqual(['001', '003'])
})

test('what waited behind a failed send is never said', async () => {
  const { clock, said, state, say } = line()
  state.broken = true
  say('number', 'a', Buffer.from('a'))
  say('number', 'b', Buffer.from('b'))
  await clock.advance(10)
  state.broken = false
  await clock.advance(200)
  say('number', 'c', Buffer.from('c'))
  await clock.advance(200)
  expect(said).toEqual(['c'])
})
