import type { Clock } from '@jiaohao/core/clock.ts'
import { type Exchange, type Meaning, mostMeanings, shownBytes } from '@jiaohao/core/contract/inspection.ts'
import type { Dial, Wire } from './wire.ts'

/** What bytes say that passed in this direction, for a technician; a driver's own, and pure. */
export type MeaningOf = (direction: Exchange['direction'], bytes: Uint8Array) => Meaning[]

export interface TapOptions {
  dial: Dial
  clock: Clock
  meaning: MeaningOf
  /** What of passing bytes may be remembered, at the same length: a secret on its way is nobody's to read later. */
  hide?: (direction: Exchange['direction'], bytes: Uint8Array) => Uint8Array
  /** Questions asked only to see whether the device lives: they and their answers crowd out nothing else. */
  isHeartbeat?: (sent: Uint8Array) => boolean
}

/** A dial through which every byte still passes, and which remembers the last fifty exchanges. */
export interface Tap {
  dial: Dial
  /** Oldest first. */
  exchanges(): Exchange[]
}

interface Passed {
  direction: Exchange['direction']
  atMs: number
  order: number
  sizeBytes: number
  bytes: Uint8Array
}

const heartbeatsKept = 10
const talkKept = 40
/** Enough of a slip to say what it is; meanings are found when somebody looks, not while the device works. */
const rememberedBytes = 2_048

export function openTap(options: TapOptions): Tap {
  const { dial, clock, meaning, isHeartbeat = () => false, hide = (_, bytes) => bytes } = options
  const heartbeats: Passed[] = []
  const talk: Passed[] = []
  let order = 0
  let beating = false

  function pass(direction: Exchange['direction'], bytes: Uint8Array) {
    if (direction === 'sent') beating = isHeartbeat(bytes)
    order += 1
    const [ring, kept] = beating ? [heartbeats, heartbeatsKept] : [talk, talkKept]
    // A copy: a piece of a socket’s own buffer would keep all of it.
    const remembered = new Uint8Array(hide(direction, bytes).subarray(0, rememberedBytes))
    ring.push({ direction, atMs: clock.now(), order, sizeBytes: bytes.length, bytes: remembered })
    if (ring.length > kept) ring.shift()
    // One answer to each question: what comes after it was said unasked.
    if (direction === 'received') beating = false
  }

  const tapped = (wire: Wire): Wire => ({
    ...wire,
    send: (bytes) => {
      pass('sent', bytes)
      return wire.send(bytes)
    },
    onBytes: (listener) =>
      wire.onBytes((bytes) => {
        pass('received', bytes)
        listener(bytes)
      }),
  })

  return {
    dial: async () => tapped(await dial()),
    exchanges: () =>
      [...heartbeats, ...talk]
        .sort((a, b) => a.order - b.order)
        .map(({ direction, atMs, sizeBytes, bytes }) => ({
          direction,
          atMs,
          sizeBytes,
          hex: Buffer.from(bytes.subarray(0, shownBytes)).toString('hex'),
          meaning: meaning(direction, bytes).slice(0, mostMeanings).map(fitting),
        })),
  }
}

const fitting = ({ means, detail }: Meaning): Meaning => ({
  means,
  detail: [...detail].slice(0, 40).join(''),
})
