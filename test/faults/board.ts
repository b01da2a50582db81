import {
  protocol,
  type Snapshot,
  type ToClient,
  type ToServer,
  type Update,
} from '@jiaohao/core/contract/socket.ts'
import type { PublicCall } from '@jiaohao/core/views/board.ts'
import { io, type Socket } from 'socket.io-client'

/** A hall board as any program may write one: it names the last seq it has, and keeps every call it is told. */
export function openBoard(url: string, key: string) {
  const socket: Socket<ToClient, ToServer> = io(url, {
    auth: { protocol, key },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
  })
  const heard: PublicCall[] = []
  let since = 0
  let reached = () => {}
  const take = ({ seq, calls }: Snapshot | Update): void => {
    heard.push(...calls)
    since = Math.max(since, seq)
    reached()
  }
  socket.on('update', take)
  socket.on('connect', () => {
    socket.emit('watch', { ask: { view: 'board', zoneId: '' }, since }, (answer) => {
      if ('refused' in answer) throw new Error(`a board was refused: ${answer.refused}`)
      take(answer)
    })
  })
  return {
    /** Every call as it was told, in the order of telling, repeats included. */
    heard,
    /** Resolves once the board has heard the call of this seq, or any later one. */
    hears: (seq: number): Promise<void> =>
      new Promise((resolve) => {
        reached = () => {
          if ((heard.at(-1)?.seq ?? 0) >= seq) resolve()
        }
        reached()
      }),
    close: () => void socket.disconnect(),
  }
}

export type Board = ReturnType<typeof openBoard>
