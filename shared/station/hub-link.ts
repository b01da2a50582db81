import { randomUUID } from 'node:crypto'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { DeviceTestAsk, Inspected, Screenshot, Tested } from '@jiaohao/core/contract/inspection.ts'
import {
  type Answer,
  type Here,
  type Local,
  protocol,
  type Snapshot,
  type ToClient,
  type ToServer,
  type Update,
} from '@jiaohao/core/contract/socket.ts'
import type { DeviceReport, SpeechWord } from '@jiaohao/core/contract/station.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type { ViewAsk } from '@jiaohao/core/views/view.ts'
import { io, type Socket } from 'socket.io-client'

/** Where a station stands with its hub; turned away is for people to settle, and is asked again by itself. */
export type HubState =
  | { is: 'online' }
  | { is: 'away'; sinceMs: number }
  | { is: 'turnedAway'; sinceMs: number; because: string }

/** A command nobody answered in the time given: it may or may not have been done. */
type Unanswered = 'unanswered'

/** A station's one connection to its hub: it comes back by itself, and every question outlives a broken line. */
export interface HubLink {
  state(): HubState
  /** Set-up of this station as the hub last said it. */
  here(): Here | undefined
  /** Repeats the command under one id until it is answered, for at most `withinMs`, and never again once `givenUp`. */
  send(
    command: Command,
    sent?: { id?: string; withinMs?: number; givenUp?: Promise<unknown> },
  ): Promise<Answer | Unanswered>
  watch(ask: ViewAsk, since: number | undefined, reply: (answer: WatchAnswer) => void): void
  reportDevices(reports: DeviceReport[]): void
  tellSpeech(word: SpeechWord): void
  /** The hub's clock minus this machine's, in ms. */
  clockOffsetMs(): number
  closed(): boolean
  close(): void
}

export type WatchAnswer = Parameters<Parameters<ToServer['watch']>[1]>[0]

export interface HubLinkOptions {
  hubUrl: string
  key: string
  clock: Clock
  answerWithinMs?: number
  /** Said once per change. */
  onState?: (state: HubState) => void
  /** On every new connection and every change of this station's set-up, when `here` has been read. */
  onReady?: (here: Here) => void
  onUpdate?: (update: Update) => void
  /** The hub asks on a technician's behalf. */
  inspect?: (deviceId: string) => Inspected
  test?: (ask: DeviceTestAsk) => Promise<Tested>
  screenshot?: () => Promise<Screenshot | Refused>
}

const turnedAwayForMs = 30_000
const hungUpForMs = 1_000

export function openHubLink(options: HubLinkOptions): HubLink {
  const { hubUrl, key, clock, answerWithinMs = 4_000, onState, onReady, onUpdate } = options
  const socket: Socket<ToClient, ToServer> = io(hubUrl, {
    auth: { protocol, key },
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    forceNew: true,
  })
  let state: HubState = { is: 'away', sinceMs: clock.now() }
  let here: Here | undefined
  let offsetMs = 0
  let closed = false
  let cancelAgain = () => {}
  const waiting = new Set<() => void>()

  function become(next: HubState) {
    if (next.is === state.is) return
    state = next
    onState?.(state)
  }

  /** For refusals of the handshake and for hang-ups, after which Socket.IO gives up by itself. */
  function againIn(ms: number) {
    cancelAgain()
    if (!closed) cancelAgain = clock.after(ms, () => socket.connect())
  }

  function turnedAway(because: string) {
    become({ is: 'turnedAway', sinceMs: clock.now(), because })
    socket.disconnect()
    againIn(turnedAwayForMs)
  }

  function readHere() {
    socket.emit('here', (answer) => {
      here = answer
      offsetMs = answer.nowMs - clock.now()
      onReady?.(answer)
    })
  }

  socket.on('connect', () => {
    cancelAgain()
    become({ is: 'online' })
    readHere()
    for (const wake of waiting) wake()
  })
  socket.on('disconnect', (reason) => {
    if (state.is === 'online') become({ is: 'away', sinceMs: clock.now() })
    if (reason === 'io server disconnect' && state.is === 'away') againIn(hungUpForMs)
  })
  socket.on('connect_error', (problem) => {
    if (!socket.active) turnedAway(problem.message)
    else become({ is: 'away', sinceMs: clock.now() })
  })
  socket.on('goodbye', (reason) => {
    // Its role has changed, not its key: the hub knows it again under the new one.
    if (reason === 'signedOut') againIn(hungUpForMs)
    else turnedAway(reason)
  })
  socket.on('setUp', readHere)
  socket.on('update', (update) => onUpdate?.(update))
  socket.on('inspect', (deviceId, reply) => reply(options.inspect?.(deviceId) ?? refused('unknownDevice')))
  socket.on('screenshot', (reply) => {
    void (options.screenshot?.() ?? Promise.resolve(refused('noCamera'))).then(reply)
  })
  socket.on('testDevice', (ask, reply) => {
    void (options.test?.(ask) ?? Promise.resolve(refused('unknownDevice'))).then(reply)
  })

  function askOnce(id: string, command: Command, withinMs: number): Promise<Answer | Unanswered> {
    const { promise, resolve } = Promise.withResolvers<Answer | Unanswered>()
    const cancel = clock.after(withinMs, () => resolve('unanswered'))
    if (socket.connected) socket.emit('command', { id, command }, resolve)
    else waiting.add(wake)
    function wake() {
      resolve('unanswered')
    }
    return promise.finally(() => {
      cancel()
      waiting.delete(wake)
    })
  }

  /** Begins with the time, as the hub keeps them in order. */
  const newId = () => `${clock.now().toString(36)}-${randomUUID()}`

  return {
    state: () => state,
    here: () => here,
    send: async (command, { id = newId(), withinMs = Number.POSITIVE_INFINITY, givenUp } = {}) => {
      let over = false
      const stop = givenUp?.then(() => {
        over = true
        return 'unanswered' as const
      })
      const untilMs = clock.now() + withinMs
      for (let leftMs = withinMs; leftMs > 0 && !closed && !over; leftMs = untilMs - clock.now()) {
        const asked = askOnce(id, command, Math.min(answerWithinMs, leftMs))
        const answer = await (stop ? Promise.race([asked, stop]) : asked)
        if (answer !== 'unanswered') return answer
      }
      return 'unanswered'
    },
    watch: (ask, since, reply) => {
      if (socket.connected) socket.emit('watch', since === undefined ? { ask } : { ask, since }, reply)
    },
    reportDevices: (reports) => {
      if (socket.connected) socket.emit('devices', reports)
    },
    tellSpeech: (word) => {
      if (socket.connected) socket.emit('speech', word)
    },
    clockOffsetMs: () => offsetMs,
    closed: () => closed,
    close: () => {
      closed = true
      cancelAgain()
      for (const wake of waiting) wake()
      socket.disconnect()
    },
  }
}

/** The same in the two words a page knows. */
export function localHub(state: HubState): Local['hub'] {
  return state.is === 'online' ? { is: 'online' } : { is: 'away', sinceMs: state.sinceMs }
}

export const isSnapshot = (answer: WatchAnswer): answer is Snapshot => 'view' in answer
