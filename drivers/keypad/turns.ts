import type { Clock } from '@jiaohao/core/clock.ts'

/** Who goes first on the line: a clerk's key before a citizen's number, a number before a count (devices.md §8). */
const order = ['acknowledge', 'number', 'beep', 'count'] as const
export type Turn = (typeof order)[number]

/** Half-duplex devices need a moment between frames. */
const GAP_MS = 20
const LIMIT = 512

interface Waiting {
  turn: Turn
  about: string
  bytes: Uint8Array
}

/**
 * One frame at a time on a line that many devices share. A frame `about` the same thing replaces one that still
 * waits, so a counter's old number never follows its new one. When a send fails everything waiting is dropped:
 * pictures are pushed again on the next connection, and an acknowledgement would come too late.
 */
export function openTurns(clock: Clock, send: (bytes: Uint8Array) => Promise<void>) {
  let waiting: Waiting[] = []
  let speaking = false

  async function speak() {
    speaking = true
    for (let next = take(); next; next = take()) {
      const sent = await send(next.bytes).then(
        () => true,
        () => false,
      )
      if (!sent) waiting = []
      await new Promise<void>((done) => clock.after(GAP_MS, done))
    }
    speaking = false
  }

  function take(): Waiting | undefined {
    const first = order
      .map((turn) => waiting.find((entry) => entry.turn === turn))
      .find((entry) => entry !== undefined)
    waiting = waiting.filter((entry) => entry !== first)
    return first
  }

  return (turn: Turn, about: string, bytes: Uint8Array) => {
    waiting = [...waiting.filter((entry) => entry.about !== about), { turn, about, bytes }].slice(-LIMIT)
    if (!speaking) void speak()
  }
}
