import type { Clock } from '@jiaohao/core/clock.ts'
import type { Decode } from './framing.ts'
import type { Wire } from './transport/wire.ts'

export interface ConnectionCounters {
  frames: number
  discardedBytes: number
  sentBytes: number
  receivedBytes: number
  /** Questions the device never answered. */
  silences: number
}

/** One wire in use: frames out of its bytes, questions in line. It ends once and is never used again. */
export interface Connection<Frame> {
  send(bytes: Uint8Array): Promise<void>
  ask<T>(
    bytes: Uint8Array,
    match: (frame: Frame) => T | undefined,
    timeoutMs: number,
  ): Promise<T | 'silent' | 'offline'>
  busy(): boolean
  over(): boolean
  end(why: string): void
  readonly ended: Promise<string>
}

export interface ConnectionOptions<Frame> {
  wire: Wire
  clock: Clock
  decode: Decode<Frame>
  onFrame?: (frame: Frame) => void
  interByteMs?: number
  /** Counted up in place. */
  counted: ConnectionCounters
}

interface Question<Frame> {
  bytes: Uint8Array
  timeoutMs: number
  /** True when the frame was this question's answer. */
  offer(frame: Frame): boolean
  settle(instead: 'silent' | 'offline'): void
}

const REST_LIMIT_BYTES = 65_536
const LINE_LIMIT = 256
/** A stalled write never calls back (devices.md §7); at 9600 baud a byte takes a little over a millisecond. */
const writeTimeoutMs = (bytes: number) => 5000 + 2 * bytes

export function openConnection<Frame>(options: ConnectionOptions<Frame>): Connection<Frame> {
  const { wire, clock, decode, onFrame, interByteMs, counted } = options
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  const waiting: Question<Frame>[] = []
  let asked: Question<Frame> | undefined
  let cancelSilence = () => {}
  let cancelStale = () => {}
  let rest: Uint8Array = new Uint8Array(0)
  let over = false

  function end(why: string) {
    if (over) return
    over = true
    cancelSilence()
    cancelStale()
    wire.drop()
    asked?.settle('offline')
    for (const question of waiting.splice(0)) question.settle('offline')
    resolve(why)
  }

  function take(bytes: Uint8Array) {
    if (over) return
    counted.receivedBytes += bytes.length
    understand(joined(rest, bytes))
    if (rest.length > REST_LIMIT_BYTES) dropOldest(rest.length - REST_LIMIT_BYTES)
    cancelStale()
    if (rest.length > 0 && interByteMs !== undefined) cancelStale = clock.after(interByteMs, dropStale)
  }

  function understand(bytes: Uint8Array) {
    const understood = decode(bytes)
    rest = understood.rest
    counted.discardedBytes += understood.discardedBytes
    for (const frame of understood.frames) {
      counted.frames += 1
      if (!asked?.offer(frame)) onFrame?.(frame)
    }
  }

  function dropOldest(count: number) {
    counted.discardedBytes += count
    understand(rest.subarray(count))
  }

  /** A frame that stopped half-way is noise, but a whole one may hide behind its first byte. */
  function dropStale() {
    while (rest.length > 0 && !over) dropOldest(1)
  }

  async function send(bytes: Uint8Array) {
    if (over) throw new Error('the device is offline')
    const cancel = clock.after(writeTimeoutMs(bytes.length), () => end('a write stalled'))
    try {
      await wire.send(bytes)
      counted.sentBytes += bytes.length
    } catch (error) {
      end(error instanceof Error ? error.message : String(error))
      throw error
    } finally {
      cancel()
    }
  }

  function askNext() {
    const question = over ? undefined : waiting.shift()
    asked = question
    if (!question) return
    cancelSilence = clock.after(question.timeoutMs, () => {
      counted.silences += 1
      question.settle('silent')
    })
    send(question.bytes).catch(() => question.settle('offline'))
  }

  function ask<T>(bytes: Uint8Array, match: (frame: Frame) => T | undefined, timeoutMs: number) {
    const { promise, resolve: answer } = Promise.withResolvers<T | 'silent' | 'offline'>()
    if (over) return Promise.resolve('offline' as const)
    if (waiting.length >= LINE_LIMIT) return Promise.reject(new Error('too many questions in line'))
    const question: Question<Frame> = {
      bytes,
      timeoutMs,
      offer: (frame) => {
        const understood = match(frame)
        if (understood === undefined) return false
        done(understood)
        return true
      },
      settle: (instead) => done(instead),
    }
    function done(outcome: T | 'silent' | 'offline') {
      answer(outcome)
      if (asked !== question) return
      cancelSilence()
      askNext()
    }
    waiting.push(question)
    if (!asked) askNext()
    return promise
  }

  wire.onBytes(take)
  void wire.closed.then(end)

  return { send, ask, busy: () => asked !== undefined, over: () => over, end, ended }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
