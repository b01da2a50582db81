import type { Clock } from '@jiaohao/core/clock.ts'
import { openConnection } from '@jiaohao/drivers/connection.ts'
import type { Decode } from '@jiaohao/drivers/framing.ts'

/** What a connection understood of a stream that came in these pieces, the silence after it included. */
export interface Understood<Frame> {
  frames: Frame[]
  /** How many bytes had come when each frame was given; one more than all of them for the silence at the end. */
  givenAt: number[]
  discardedBytes: number
}

/** The drivers' own connection on a wire without time: after the last piece its inter-byte timeout falls due. */
export function listen<Frame>(decode: Decode<Frame>, pieces: readonly Uint8Array[]): Understood<Frame> {
  const frames: Frame[] = []
  const givenAt: number[] = []
  let arrived = (_: Uint8Array) => {}
  let silence: (() => void) | undefined
  let bytesCome = 0
  const clock: Clock = {
    now: () => 0,
    after: (_, run) => {
      silence = run
      return () => {
        silence = undefined
      }
    },
  }
  const counted = { frames: 0, discardedBytes: 0, sentBytes: 0, receivedBytes: 0, silences: 0 }
  openConnection<Frame>({
    wire: {
      send: async () => {},
      onBytes: (listener) => {
        arrived = listener
      },
      closed: new Promise(() => {}),
      close: () => {},
      drop: () => {},
    },
    clock,
    decode,
    interByteMs: 1,
    onFrame: (frame) => {
      frames.push(frame)
      givenAt.push(bytesCome)
    },
    counted,
  })
  for (const piece of pieces) {
    bytesCome += piece.length
    arrived(piece)
  }
  bytesCome += 1
  silence?.()
  return { frames, givenAt, discardedBytes: counted.discardedBytes }
}
