import { io, type Socket } from 'socket.io-client'
import type { Floor, FloorAct, FloorToClient, FloorToServer } from '../contract.ts'

/** `none`: this server opened no demonstration. */
export type FloorLinkState =
  | { is: 'connecting' }
  | { is: 'online' }
  | { is: 'away'; sinceMs: number }
  | { is: 'none' }

export type ActAnswer = { done: true } | { refused: string } | 'silent'

/** The floor page's one connection, to its own origin. */
export interface FloorLink {
  /** An act is a finger on a key: it is sent once, never repeated. */
  act(act: FloorAct): Promise<ActAnswer>
  onFloor(told: (floor: Floor) => void): () => void
  onState(told: (state: FloorLinkState) => void): () => void
  close(): void
}

const answerWithinMs = 6_000

export function openFloorLink(): FloorLink {
  const socket: Socket<FloorToClient, FloorToServer> = io('/floor', {
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
  })
  const listeners = new Set<(state: FloorLinkState) => void>()
  let state: FloorLinkState = { is: 'connecting' }
  const change = (next: FloorLinkState) => {
    state = next
    for (const listener of listeners) listener(next)
  }

  socket.on('connect', () => change({ is: 'online' }))
  socket.on('disconnect', () => change({ is: 'away', sinceMs: Date.now() }))
  socket.on('connect_error', ({ message }) => {
    if (message === 'Invalid namespace') change({ is: 'none' })
    else if (state.is === 'connecting' || state.is === 'online') change({ is: 'away', sinceMs: Date.now() })
  })

  return {
    act: (act) =>
      socket.connected
        ? socket
            .timeout(answerWithinMs)
            .emitWithAck('act', act)
            .catch(() => 'silent' as const)
        : Promise.resolve('silent'),
    onFloor: (told) => {
      socket.on('floor', told)
      return () => socket.off('floor', told)
    },
    onState: (told) => {
      listeners.add(told)
      told(state)
      return () => listeners.delete(told)
    },
    close: () => socket.disconnect(),
  }
}
