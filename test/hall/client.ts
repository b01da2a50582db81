import {
  type Answer,
  type Handshake,
  protocol,
  type Snapshot,
  type ToClient,
  type ToServer,
  type Update,
} from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { PublicCall } from '@jiaohao/core/views/board.ts'
import type { ViewAsk, ViewOf } from '@jiaohao/core/views/view.ts'
import { io, type Socket } from 'socket.io-client'

type Asks = Omit<Handshake, 'protocol'> & { cookie?: string }

/** A plain Socket.IO client of the hub, as any program would be: for tests, the simulation and measurements. */
export interface Client {
  socket: Socket<ToClient, ToServer>
  send(command: Command, id?: string): Promise<Answer>
  watch<Name extends ViewAsk['view']>(ask: Extract<ViewAsk, { view: Name }>): Promise<Watching<Name>>
  close(): void
}

/** The newest view and every call heard, with a way to wait for what must come. */
export interface Watching<Name extends ViewAsk['view']> {
  view(): ViewOf<Name>
  calls: PublicCall[]
  /** Resolves when the view (now or later) satisfies this. */
  until(holds: (view: ViewOf<Name>, calls: PublicCall[]) => boolean): Promise<ViewOf<Name>>
}

let count = 0

/** Connects, or rejects with the reason the hub turned it away for. */
export function connect(url: string, { cookie, ...auth }: Asks): Promise<Client> {
  const socket: Socket<ToClient, ToServer> = io(url, {
    auth: { protocol, ...auth },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
  })
  const client: Client = {
    socket,
    send: (command, id = `c${++count}-${process.pid}`) =>
      new Promise((resolve) => socket.emit('command', { id, command }, resolve)),
    watch: (ask) => watch(socket, ask),
    close: () => void socket.disconnect(),
  }
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(client))
    socket.once('connect_error', (problem) => {
      socket.disconnect()
      reject(problem)
    })
  })
}

function watch<Name extends ViewAsk['view']>(
  socket: Socket<ToClient, ToServer>,
  ask: Extract<ViewAsk, { view: Name }>,
): Promise<Watching<Name>> {
  const calls: PublicCall[] = []
  const waiting = new Set<() => void>()
  let newest: Snapshot | Update | undefined
  const take = (got: Snapshot | Update): void => {
    newest = got
    const heard = new Set(calls.map(({ seq }) => seq))
    calls.push(...got.calls.filter(({ seq }) => !heard.has(seq)))
    for (const check of [...waiting]) check()
  }
  const watching: Watching<Name> = {
    view: () => newest?.view as ViewOf<Name>,
    calls,
    until: (holds) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!holds(watching.view(), calls)) return
          waiting.delete(check)
          resolve(watching.view())
        }
        waiting.add(check)
        check()
      }),
  }
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      socket.emit('watch', newest === undefined ? { ask } : { ask, since: newest.seq }, (answer) => {
        if ('refused' in answer) return reject(new Error(answer.refused))
        take(answer)
        resolve(watching)
      })
    }
    socket.on('update', (update) => {
      if (update.key === newest?.key) take(update)
    })
    socket.on('connect', begin)
    if (socket.connected) begin()
  })
}
