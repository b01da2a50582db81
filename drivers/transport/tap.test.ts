import { expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { memoryPipe } from './memory.ts'
import { openTap } from './tap.ts'

const isBeat = (bytes: Uint8Array) => bytes[0] === 0xbe

async function tapped() {
  const clock = drivenClock(1_000)
  const [near, far] = memoryPipe()
  const meaning = (direction: string, bytes: Uint8Array) => [{ means: direction, detail: `${bytes.length}` }]
  const tap = openTap({ dial: async () => near, clock, meaning, isHeartbeat: isBeat })
  const wire = await tap.dial()
  const heard: number[] = []
  wire.onBytes((bytes) => heard.push(...bytes))
  return { tap, wire, far, clock, heard }
}

test('every byte passes, and what passed is told with its instant, direction and meaning', async () => {
  const { tap, wire, far, clock, heard } = await tapped()
  await wire.send(Uint8Array.of(1, 2))
  await clock.advance(5)
  await far.send(Uint8Array.of(0xff))
  await clock.advance(0)
  expect(heard).toEqual([0xff])
  expect(tap.exchanges()).toEqual([
    { direction: 'sent', atMs: 1_000, sizeBytes: 2, hex: '0102', meaning: [{ means: 'sent', detail: '2' }] },
    {
      direction: 'received',
      atMs: 1_005,
      sizeBytes: 1,
      hex: 'ff',
      meaning: [{ means: 'received', detail: '1' }],
    },
  ])
})

test('of a long exchange 256 bytes are shown, and how long it was', async () => {
  const { tap, wire } = await tapped()
  await wire.send(new Uint8Array(9_000))
  const [only] = tap.exchanges()
  expect(only?.hex).toHaveLength(512)
  expect(only?.sizeBytes).toBe(9_000)
})

test('heartbeats and their answers crowd out nothing but older heartbeats', async () => {
  const { tap, wire, far, clock } = await tapped()
  await wire.send(Uint8Array.of(7))
  for (let n = 0; n < 500; n += 1) {
    await wire.send(Uint8Array.of(0xbe))
    await far.send(Uint8Array.of(0xaa))
    await clock.advance(1)
  }
  const exchanges = tap.exchanges()
  expect(exchanges[0]?.hex).toBe('07')
  expect(exchanges).toHaveLength(11)
})

test('no more than fifty exchanges are ever kept', async () => {
  const { tap, wire } = await tapped()
  for (let n = 0; n < 200; n += 1) await wire.send(Uint8Array.of(n % 100))
  expect(tap.exchanges().map(({ hex }) => hex)).toEqual(
    Array.from({ length: 40 }, (_, i) => (60 + i).toString(16)),
  )
})

test('what a device says unasked after a heartbeat is no heartbeat', async () => {
  const { tap, wire, far, clock } = await tapped()
  await wire.send(Uint8Array.of(0xbe))
  await far.send(Uint8Array.of(0xaa))
  await clock.advance(1)
  await far.send(Uint8Array.of(0x33))
  for (let n = 0; n < 30; n += 1) {
    await wire.send(Uint8Array.of(0xbe))
    await far.send(Uint8Array.of(0xaa))
    await clock.advance(1)
  }
  expect(tap.exchanges()[0]?.hex).toBe('33')
})
