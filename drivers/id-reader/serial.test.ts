import { clockOf } from '@jiaohao/core/clock.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dialOf } from '../transport/dial.ts'
import { joinWires } from '../transport/join-wires.ts'
import { canPairSerial, openSerialPair } from '../transport/serial-pair.ts'
import type { IdCard } from './card-told.ts'
import { openIdReader } from './reader.ts'
import { openIdReaderTwin } from './twin.ts'
import { exampleCard, twinCardText } from './twin-card.ts'

test.skipIf(!canPairSerial())(
  'over a serial line of 115200 baud a card is read, and a pulled line is noticed',
  async () => {
    const clock = clockOf(globalThis)
    const pair = await openSerialPair()
    onTestFinished(pair.pull)
    const [near, far] = pair.ends
    const twin = await openIdReaderTwin({ clock })
    onTestFinished(twin.close)
    joinWires(await dialOf(`serial://${far}?baud=115200`)(), await dialOf(twin.address)())
    const { promise: read, resolve: onCard } = Promise.withResolvers<IdCard>()
    const { promise: lost, resolve: onLost } = Promise.withResolvers<number>()
    const reader = openIdReader({
      dial: dialOf(`serial://${near}?baud=115200`),
      clock,
      random: () => 0.5,
      hash: () => 'hash',
      onCard,
      onState: (state) => state.state === 'offline' && onLost(clock.now()),
    })
    onTestFinished(reader.close)
    twin.put(twinCardText(exampleCard))
    expect(await read).toMatchObject({ masked: '110***********002X', name: '张**' })
    expect(reader.counters().discardedBytes).toBe(0)
    const pulledMs = clock.now()
    pair.pull()
    expect((await lost) - pulledMs).toBeLessThan(5000)
  },
)
