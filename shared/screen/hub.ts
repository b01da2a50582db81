import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { Presented } from '@jiaohao/core/contract/presented.ts'
import {
  type Answer,
  type Handshake,
  type Here,
  type Invalid,
  type Local,
  protocol,
  type Snapshot,
  type ToClient,
  type ToServer,
  type Update,
} from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Refused } from '@jiaohao/core/queue/refused.ts'
import type { PublicCall } from '@jiaohao/core/views/board.ts'
import type { ViewAsk, ViewOf } from '@jiaohao/core/views/view.ts'
import { io, type Socket } from 'socket.io-client'
import { newId } from './new-id.ts'

/** Where a screen stands with whatever serves it: the hub, or its own station. */
export type LinkState =
  | { is: 'connecting' }
  | { is: 'online' }
  | { is: 'away'; sinceMs: number }
  | { is: 'turnedAway'; because: 'notPaired' | 'notSignedIn' | 'protocol' | 'unknownTicket' }

/** A screen's one connection, to its own origin. */
export interface HubLink {
  /** Sends until answered: the id makes a repeat harmless, so a lost answer is asked for again. */
  send(command: Command): Promise<Answer>
  /** Calls back with every view of this kind from now on; returns the stop. */
  watch<Name extends ViewAsk['view']>(
    ask: Extract<ViewAsk, { view: Name }>,
    told: (view: ViewOf<Name>, calls: PublicCall[], nowMs: number) => void,
    refused?: (refusal: Refused | Invalid) => void,
  ): () => void
  onState(told: (state: LinkState) => void): () => void
  onLocal(told: (local: Local) => void): () => void
  /** What is wrong in the hall, told to staff alone: now, and on every change. */
  onAlarms(told: (standing: StandingAlarm[]) => void): () => void
  /** What a citizen has just held to this kiosk; told once, and kept for no listener that comes later. */
  onPresented(told: (what: Presented) => void): () => void
  here(): Promise<Here>
  /** Its station's set-up may have changed: ask `here` again. */
  onSetUp(told: () => void): () => void
  /** The hub's clock minus this machine's, in ms. */
  clockOffsetMs(): number
  close(): void
}

const answerWithinMs = 4_000

/** Opens the connection to the page's own origin; `auth` is empty for staff and for pages served by their station. */
export function openHub(auth: Omit<Handshake, 'protocol'>): HubLink {
  const socket: Socket<ToClient, ToServer> = io({
    auth: { protocol, ...auth },
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  })
  const watches = new Set<() => void>()
  let state: LinkState = { is: 'connecting' }
  let offsetMs = 0
  let local: Local | undefined
  let alarms: StandingAlarm[] | undefined
  const listeners = new Set<(state: LinkState) => void>()
  const change = (next: LinkState) => {
    state = next
    for (const listener of listeners) listener(next)
  }

  // Said on connecting, before any part of the page that shows it is there to hear it.
  socket.on('local', (news) => {
    local = news
  })
  socket.on('alarms', (news) => {
    alarms = news
  })
  socket.on('connect', () => {
    change({ is: 'online' })
    for (const again of watches) again()
  })
  socket.on('disconnect', () => {
    if (state.is !== 'turnedAway') change({ is: 'away', sinceMs: Date.now() })
  })
  socket.on('connect_error', (problem) => {
    const because = problem.message
    if (
      because === 'notPaired' ||
      because === 'notSignedIn' ||
      because === 'protocol' ||
      because === 'unknownTicket'
    ) {
      change({ is: 'turnedAway', because })
    } else if (state.is !== 'away') change({ is: 'away', sinceMs: Date.now() })
  })
  socket.on('goodbye', (reason) => {
    // A paired screen with another role keeps its key and begins anew.
    if (reason === 'signedOut' && auth.key !== undefined) return location.reload()
    change({
      is: 'turnedAway',
      because: reason === 'keyWithdrawn' ? 'notPaired' : reason === 'signedOut' ? 'notSignedIn' : 'protocol',
    })
    socket.disconnect()
  })

  return {
    send: async (command) => {
      const sent = { id: newId(), command }
      for (;;) {
        const answer = await within(
          new Promise<Answer>((resolve) => socket.emit('command', sent, resolve)),
          answerWithinMs,
        )
        if (answer !== 'silent') return answer
        if (state.is === 'turnedAway') return { refused: 'notAllowed' }
      }
    },
    watch: (ask, told, refused) => {
      let seq: number | undefined
      let key: string | undefined
      const take = (got: Snapshot | Update) => {
        if (got.view.view !== ask.view) return
        seq = got.seq
        told(got.view as never, got.calls, Date.now() + offsetMs)
      }
      const again = () => {
        socket.emit('watch', seq === undefined ? { ask } : { ask, since: seq }, (answer) => {
          if ('refused' in answer) refused?.(answer)
          else {
            key = answer.key
            offsetMs = answer.nowMs - Date.now()
            take(answer)
          }
        })
      }
      const onUpdate = (update: Update) => {
        if (update.key === key) take(update)
      }
      socket.on('update', onUpdate)
      watches.add(again)
      if (socket.connected) again()
      return () => {
        socket.off('update', onUpdate)
        watches.delete(again)
        if (key !== undefined && socket.connected) socket.emit('unwatch', key)
      }
    },
    onState: (told) => {
      listeners.add(told)
      told(state)
      return () => listeners.delete(told)
    },
    onLocal: (told) => {
      socket.on('local', told)
      if (local) told(local)
      return () => socket.off('local', told)
    },
    onAlarms: (told) => {
      socket.on('alarms', told)
      if (alarms) told(alarms)
      return () => socket.off('alarms', told)
    },
    onPresented: (told) => {
      socket.on('presented', told)
      return () => socket.off('presented', told)
    },
    here: () => new Promise((resolve) => socket.emit('here', resolve)),
    onSetUp: (told) => {
      socket.on('setUp', told)
      return () => socket.off('setUp', told)
    },
    clockOffsetMs: () => offsetMs,
    close: () => socket.disconnect(),
  }
}

function within<T>(promise: Promise<T>, limitMs: number): Promise<T | 'silent'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('silent'), limitMs)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (problem: unknown) => {
        clearTimeout(timer)
        reject(problem)
      },
    )
  })
}
