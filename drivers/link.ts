import type { Clock } from '@jiaohao/core/clock.ts'
import { type Connection, type ConnectionCounters, openConnection } from './connection.ts'
import type { Decode } from './framing.ts'
import type { Dial, Wire } from './transport/wire.ts'

/** Whether the device is there. Online means: connected, initialised, and its first heartbeat answered. */
export type LinkState =
  | { state: 'online'; sinceMs: number }
  | { state: 'offline'; sinceMs: number; why: string; attempts: number }

export interface LinkCounters extends ConnectionCounters {
  reconnects: number
}

/** What can be said to a connected device. */
export interface Talk<Frame> {
  /** Resolves when the bytes have left this process; rejects when the device is offline. */
  send(bytes: Uint8Array): Promise<void>
  /**
   * Sends a question and waits for the first frame that `match` understands. Questions wait in line: exactly one
   * is outstanding. Nothing is kept for a later connection.
   */
  ask<T>(
    bytes: Uint8Array,
    match: (frame: Frame) => T | undefined,
    timeoutMs: number,
  ): Promise<T | 'silent' | 'offline'>
}

/** A device that may come and go, and comes back by itself. */
export interface Link<Frame> extends Talk<Frame> {
  state(): LinkState
  counters(): LinkCounters
  /** Drops the connection, with every byte not yet taken by the device, and dials anew. */
  renew(why: string): void
  close(): Promise<void>
}

/** A question a live device answers; asked only when no other is outstanding. everyMs + timeoutMs ≤ 5 s. */
interface Heartbeat<Frame> {
  everyMs: number
  timeoutMs: number
  beat: (talk: Talk<Frame>) => Promise<boolean>
}

export interface LinkOptions<Frame> {
  dial: Dial
  clock: Clock
  /** Chance in [0, 1), so that the devices of a hall do not all dial back in the same instant. */
  random: () => number
  decode: Decode<Frame>
  /** Every frame that no question was waiting for. */
  onFrame?: (frame: Frame) => void
  /** Said once per change. */
  onState?: (state: LinkState) => void
  /** Runs on each connection before it counts as online: initialise, push the desired state again. */
  onOpen?: (talk: Talk<Frame>) => Promise<void>
  heartbeat?: Heartbeat<Frame>
  /** Silence inside a frame after which its bytes are noise. */
  interByteMs?: number
  /** The pause before dialling again doubles from `first` to `most`. */
  backoffMs?: { first: number; most: number }
}

const DIAL_TIMEOUT_MS = 5000
const CLOSE_WITHIN_MS = 2000

export function openLink<Frame>(options: LinkOptions<Frame>): Link<Frame> {
  const { dial, clock, random, onState, heartbeat } = options
  const backoffMs = options.backoffMs ?? { first: 500, most: 30_000 }
  const counted: LinkCounters = {
    frames: 0,
    discardedBytes: 0,
    sentBytes: 0,
    receivedBytes: 0,
    silences: 0,
    reconnects: 0,
  }
  let current: LinkState = { state: 'offline', sinceMs: clock.now(), why: 'dialling', attempts: 0 }
  let saidOffline = false
  let online: Connection<Frame> | undefined
  let wire: Wire | undefined
  let closing = false
  let cancelNext = () => {}
  let cancelBeat = () => {}

  function become(next: LinkState) {
    const changed = next.state !== current.state || (next.state === 'offline' && !saidOffline)
    current = next.state === current.state && !changed ? { ...next, sinceMs: current.sinceMs } : next
    saidOffline = next.state === 'offline'
    if (changed) onState?.(current)
  }

  async function connect() {
    const failedBefore = current.state === 'offline' ? current.attempts : 0
    let why: string
    try {
      why = await serve(await dialWithin(dial, clock))
    } catch (error) {
      why = error instanceof Error ? error.message : String(error)
    }
    if (closing) return
    const attempts = current.state === 'online' ? 0 : failedBefore + 1
    become({ state: 'offline', sinceMs: clock.now(), why, attempts })
    const pauseMs = Math.min(backoffMs.most, backoffMs.first * 2 ** Math.min(attempts, 16))
    cancelNext = clock.after(pauseMs * (0.5 + random() / 2), () => void connect())
  }

  /** One connection from its first byte to its last; gives the reason why it ended. */
  async function serve(opened: Wire): Promise<string> {
    if (closing) {
      opened.close()
      return 'closed here'
    }
    wire = opened
    const connection = openConnection<Frame>({ ...options, wire: opened, counted })
    prepare(connection).then(
      (why) => why && connection.end(why),
      (error: Error) => connection.end(error.message),
    )
    const why = await connection.ended
    cancelBeat()
    online = undefined
    wire = undefined
    return why
  }

  async function prepare(connection: Connection<Frame>): Promise<string | undefined> {
    const { frames, receivedBytes } = counted
    await options.onOpen?.(connection)
    if (heartbeat && !(await answers(connection, heartbeat))) {
      const isOther = counted.receivedBytes > receivedBytes && counted.frames === frames
      return isOther ? 'bytes came, none of this protocol' : 'no answer to the heartbeat'
    }
    if (connection.over() || closing) return 'closed here'
    online = connection
    if (saidOffline) counted.reconnects += 1
    become({ state: 'online', sinceMs: clock.now() })
    if (heartbeat) beatAfter(connection, heartbeat)
    return undefined
  }

  function beatAfter(connection: Connection<Frame>, pulse: Heartbeat<Frame>) {
    cancelBeat = clock.after(pulse.everyMs, () => {
      if (connection.busy()) return beatAfter(connection, pulse)
      answers(connection, pulse).then(
        (alive) => (alive ? beatAfter(connection, pulse) : connection.end('no answer to the heartbeat')),
        (error: Error) => connection.end(error.message),
      )
    })
    if (connection.over()) cancelBeat()
  }

  async function answers(connection: Connection<Frame>, pulse: Heartbeat<Frame>) {
    const { promise: tooLate, resolve } = Promise.withResolvers<false>()
    const cancel = clock.after(pulse.timeoutMs, () => resolve(false))
    const answered = await Promise.race([pulse.beat(connection), tooLate])
    cancel()
    return answered
  }

  void connect()

  return {
    state: () => current,
    counters: () => ({ ...counted }),
    send: async (bytes) => {
      if (!online) throw new Error('the device is offline')
      await online.send(bytes)
    },
    ask: async (bytes, match, timeoutMs) => (online ? online.ask(bytes, match, timeoutMs) : 'offline'),
    renew: (why) => online?.end(why),
    close: async () => {
      closing = true
      cancelNext()
      const last = wire
      online = undefined
      become({ state: 'offline', sinceMs: clock.now(), why: 'closed here', attempts: 0 })
      if (!last) return
      last.close()
      const { promise: tooLate, resolve } = Promise.withResolvers<void>()
      const cancel = clock.after(CLOSE_WITHIN_MS, resolve)
      await Promise.race([last.closed, tooLate])
      cancel()
      last.drop()
    },
  }
}

async function dialWithin(dial: Dial, clock: Clock): Promise<Wire> {
  let late = false
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const cancel = clock.after(DIAL_TIMEOUT_MS, () => {
    late = true
    reject(new Error('no connection in time'))
  })
  const dialled = dial().then((wire) => {
    if (late) wire.drop()
    return wire
  })
  try {
    return await Promise.race([dialled, tooLate])
  } finally {
    cancel()
  }
}
