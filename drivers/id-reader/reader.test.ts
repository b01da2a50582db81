import { afterEach, describe, expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { dialOf } from '../transport/dial.ts'
import { until } from '../until.ts'
import type { IdCard } from './card-told.ts'
import { statusWords } from './commands.ts'
import { type CardFault, type IdReaderState, openIdReader } from './reader.ts'
import { type IdReaderFault, openIdReaderTwin } from './twin.ts'
import { exampleCard, type TwinCard, twinCardText } from './twin-card.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const noon = Date.UTC(2026, 10, 23, 4)

/** A reader at a kiosk over real TCP. */
async function desk(atMs = noon) {
  const clock = drivenClock(atMs)
  const cards: IdCard[] = []
  const faults: CardFault[] = []
  const states: IdReaderState[] = []
  const twin = await openIdReaderTwin({ clock })
  const reader = openIdReader({
    dial: dialOf(twin.address),
    clock,
    random: () => 0.5,
    hash: (idNumber) => `keyed hash of ${idNumber.slice(-4)}`,
    onCard: (card) => cards.push(card),
    onFault: (fault) => faults.push(fault),
    onState: (state) => states.push(state),
  })
  closing.push(reader.close, twin.close)
  await until(clock, () => reader.state().state === 'ready')
  const lay = (changed: Partial<TwinCard> = {}) => twin.put(twinCardText({ ...exampleCard, ...changed }))
  /** In small steps: one long one would let a question time out while its answer is on the wire. */
  const pass = (ms: number) => {
    const atMs = clock.now() + ms
    return until(clock, () => clock.now() >= atMs)
  }
  return { clock, pass, cards, faults, states, twin, reader, lay }
}

const neighbour: Partial<TwinCard> = { name: '李四', number: '440524188001010014', bornOn: '18800101' }

describe('a card laid on', () => {
  test('is told by hash and mask, and nothing else of it leaves the driver', async () => {
    const { clock, cards, faults, states, reader, lay } = await desk()
    lay()
    await until(clock, () => cards.length > 0)
    expect(cards).toEqual([
      {
        kind: 'resident',
        hash: 'keyed hash of 002X',
        masked: '110***********002X',
        name: '张**',
        expired: false,
      },
    ])
    const everything = JSON.stringify([cards, faults, states, reader.state(), reader.counters()])
    for (const secret of ['19491231', exampleCard.number, '三丰', 'WLf'])
      expect(everything).not.toContain(secret)
  })

  test('is told once however long it lies, and again when it has left', async () => {
    for (const findsAgain of [false, true]) {
      const { clock, pass, cards, twin, lay } = await desk()
      await twin.faults.set('findsAgain', findsAgain)
      lay()
      await pass(10_000)
      expect(cards).toHaveLength(1)
      expect(twin.reads()).toBe(1)
      twin.take()
      await pass(1000)
      lay()
      await until(clock, () => cards.length === 2)
    }
  })

  test('and replaced by the neighbour’s is followed by the neighbour’s', async () => {
    const { clock, pass, cards, twin, lay } = await desk()
    lay()
    await until(clock, () => cards.length === 1)
    twin.take()
    await pass(400)
    lay(neighbour)
    await until(clock, () => cards.length === 2)
    expect(cards.map((card) => card.masked)).toEqual(['110***********002X', '440***********0014'])
  })

  test('is expired from the day after its last, in Beijing', async () => {
    // 23:59 and 00:00 in Beijing.
    for (const [atMs, expired] of [
      [Date.UTC(2026, 10, 23, 15, 59), false],
      [Date.UTC(2026, 10, 23, 16, 0), true],
    ] as const) {
      const { clock, cards, lay } = await desk(atMs)
      lay({ validTo: '20261123' })
      await until(clock, () => cards.length > 0)
      expect(cards[0]?.expired).toBe(expired)
    }
  })

  test('that is forged is refused once, and the next one is read', async () => {
    const { clock, pass, cards, faults, twin, lay } = await desk()
    lay({ number: '110105194912310021' })
    await pass(5000)
    expect(faults).toEqual([{ fault: 'refused', why: 'checkDigit' }])
    twin.take()
    await pass(500)
    lay()
    await until(clock, () => cards.length === 1)
  })

  test('that is read at the second try is no fault', async () => {
    const { clock, pass, cards, faults, twin, lay } = await desk()
    twin.answerWith('select', statusWords.selectFailed)
    lay()
    await pass(400)
    twin.answerWith('select', undefined)
    await until(clock, () => cards.length === 1)
    expect(faults).toEqual([])
  })

  test.each([
    ['select', 'selectFailed'],
    ['read', 'readFailed'],
    ['read', 'authenticationFailed'],
    ['find', 'wrongCard'],
    ['read', 'nothingNew'],
  ] as const)(
    'whose %s ends in %s is told unreadable once, until it is laid on again',
    async (command, why) => {
      const { clock, pass, cards, faults, twin, reader, lay } = await desk()
      await twin.faults.set('findsAgain', true)
      twin.answerWith(command, statusWords[why])
      lay()
      await pass(10_000)
      expect(faults).toEqual([{ fault: 'unreadable', why }])
      expect(reader.state().state).toBe('ready')
      twin.answerWith(command, undefined)
      twin.take()
      await pass(1000)
      lay()
      await until(clock, () => cards.length === 1)
    },
  )

  test('and taken away too quickly is told, so that its owner tries again', async () => {
    const { pass, faults, twin, lay } = await desk()
    twin.answerWith('select', statusWords.selectFailed)
    lay()
    await pass(400)
    twin.take()
    await pass(1000)
    expect(faults).toEqual([{ fault: 'unreadable', why: 'selectFailed' }])
  })

  test('and read too late is never taken for the next citizen’s', async () => {
    const { clock, pass, cards, twin, lay } = await desk()
    await twin.faults.set('lateRead', true)
    lay()
    await until(clock, () => twin.reads() === 1)
    twin.take()
    lay(neighbour)
    await twin.faults.set('lateRead', false)
    await pass(10_000)
    expect(cards.map((card) => card.masked)).toEqual(['440***********0014'])
  })
})

describe('a reader', () => {
  test.each<IdReaderFault>(['unplugged', 'silent', 'corrupt'])(
    'that is %s is offline within 5 s, said once, and reads again when it is back',
    async (fault) => {
      const { clock, pass, cards, faults, states, twin, reader, lay } = await desk()
      await twin.faults.set(fault, true)
      await until(clock, () => reader.state().state === 'offline', 5000)
      await pass(20_000)
      lay()
      await pass(1000)
      expect(cards).toEqual([])
      await twin.faults.set(fault, false)
      await until(clock, () => cards.length === 1, 40_000)
      expect(faults).toEqual([])
      expect(states.map((state) => state.state)).toEqual(['ready', 'offline', 'ready'])
    },
  )

  test('that falls silent in the middle of a card is offline within 5 s, and the card is told once', async () => {
    const { clock, pass, cards, twin, reader, lay } = await desk()
    await twin.faults.set('lateRead', true)
    lay()
    await until(clock, () => twin.reads() === 1)
    await twin.faults.set('silent', true)
    await until(clock, () => reader.state().state === 'offline', 5000)
    await twin.faults.set('lateRead', false)
    await twin.faults.set('silent', false)
    twin.take()
    lay()
    await until(clock, () => cards.length === 1, 40_000)
    await pass(10_000)
    expect(cards).toHaveLength(1)
  })

  test('that was unplugged under a card does not tell the card twice', async () => {
    const { clock, pass, cards, twin, reader, lay } = await desk()
    lay()
    await until(clock, () => cards.length === 1)
    await twin.faults.set('unplugged', true)
    await until(clock, () => reader.state().state === 'offline')
    await twin.faults.set('unplugged', false)
    await until(clock, () => reader.state().state === 'ready')
    await pass(5000)
    expect(cards).toHaveLength(1)
  })

  test.each<IdReaderFault>(['split', 'glued'])(
    'whose answers come %s reads each card once',
    async (fault) => {
      const { clock, pass, cards, faults, twin, lay } = await desk()
      await twin.faults.set(fault, true)
      for (let round = 1; round <= 3; round += 1) {
        lay()
        await until(clock, () => cards.length === round)
        twin.take()
        await pass(1000)
      }
      expect(cards).toHaveLength(3)
      expect(faults).toEqual([])
    },
  )

  test.each([
    ['busy', 'unknownStatus'],
    ['unauthorised', 'notAuthorised'],
  ] as const)('that is %s says so once, and is ready again by itself', async (fault, why) => {
    const { clock, pass, cards, states, twin, reader, lay } = await desk()
    await twin.faults.set(fault, true)
    await until(clock, () => reader.state().state === 'refusing', 5000)
    lay()
    await pass(10_000)
    expect(reader.state()).toMatchObject({ command: 'find', why })
    expect(reader.state()).toBe(states.at(-1))
    await twin.faults.set(fault, false)
    await until(clock, () => cards.length === 1)
    expect(states.map((state) => state.state)).toEqual(['ready', 'refusing', 'ready'])
  })

  test('that reads nothing for want of a licence keeps saying so while it finds', async () => {
    const { clock, pass, cards, states, twin, reader, lay } = await desk()
    twin.answerWith('read', statusWords.notAuthorised)
    lay()
    await until(clock, () => reader.state().state === 'refusing')
    twin.take()
    await pass(5000)
    expect(reader.state()).toMatchObject({ command: 'read', why: 'notAuthorised' })
    twin.answerWith('read', undefined)
    lay()
    await until(clock, () => cards.length === 1)
    expect(states.map((state) => state.state)).toEqual(['ready', 'refusing', 'ready'])
  })
})
