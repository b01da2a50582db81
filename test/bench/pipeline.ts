import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { protocol } from '@jiaohao/core/contract/socket.ts'
import { io, type Socket } from 'socket.io-client'
import { openChildHub } from '../hall/child-hub.ts'
import { callInBare, callsInUpdate, openDisplay } from './display.ts'

/** One side of a comparison: workers that take and call, and displays that hear the calls, over real sockets. */
export interface Pipeline {
  name: string
  /** Each a socket of its own. `call` resolves with the seq the displays will hear. */
  workers: { take(): Promise<void>; call(): Promise<number> }[]
  onHeard(listener: (seq: number) => void): void
  close(): Promise<void>
}

interface Size {
  folder: string
  workers: number
  displays: number
}

/** The hub in a child process: clerks who hand out numbers and call the next, boards of the whole hall. */
export async function openOurs({ folder, workers, displays }: Size): Promise<Pipeline> {
  const hub = await openChildHub({ dataDir: join(folder, 'ours'), counters: workers, boards: displays })
  let heard = (_seq: number): void => {}
  const boards = await Promise.all(
    hub.people.boards.map((key) =>
      openDisplay({
        url: hub.url,
        auth: { protocol, key },
        greeting: '421["watch",{"ask":{"view":"board","zoneId":""}}]',
        callsIn: callsInUpdate,
        heard: (seq) => heard(seq),
      }),
    ),
  )
  const clerks = await Promise.all(
    hub.people.clerks.map(async ({ cookie, counterId }) => {
      const socket = await connected(io(hub.url, { ...plain, auth: { protocol }, extraHeaders: { cookie } }))
      const ask = async (command: object): Promise<{ seq: number }> => {
        const answer = await socket.emitWithAck('command', {
          id: `${Date.now().toString(36)}-${randomUUID()}`,
          command,
        })
        if (!answer.done) throw new Error(`refused under load: ${JSON.stringify(answer)}`)
        return answer.done
      }
      await ask({ command: 'openCounter', counterId })
      return {
        socket,
        take: async () => void (await ask({ command: 'takeTicket', serviceId, paper: false })),
        call: async () => (await ask({ command: 'callNext', counterId, finishCurrent: true })).seq,
      }
    }),
  )
  return {
    name: 'ours',
    workers: clerks,
    onHeard: (listener) => {
      heard = listener
    },
    close: async () => {
      for (const board of boards) board.close()
      for (const { socket } of clerks) socket.disconnect()
      await hub.stop()
    },
  }
}

/** The bare pipeline in a child process, committing each command or those that arrive together. */
export async function openBare(
  { folder, workers, displays }: Size,
  commits: 'each' | 'grouped',
): Promise<Pipeline> {
  const args = [
    `--file=${join(folder, `bare-${commits}.db`)}`,
    ...(commits === 'grouped' ? ['--grouped'] : []),
  ]
  const child = fork(new URL('./bare-process.ts', import.meta.url), args, { execArgv: [] })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  let heard = (_seq: number): void => {}
  const screens = await Promise.all(
    Array.from({ length: displays }, () =>
      openDisplay({
        url,
        auth: { displays: true },
        greeting: null,
        callsIn: callInBare,
        heard: (seq) => heard(seq),
      }),
    ),
  )
  const askers = await Promise.all(
    Array.from({ length: workers }, async (_, i) => {
      const socket = await connected(io(url, plain))
      const ask = (command: object): Promise<{ seq: number }> => {
        return socket.emitWithAck('command', { id: `${Date.now().toString(36)}-${randomUUID()}`, command })
      }
      const counterId = `c${i + 1}`
      return {
        socket,
        take: async () => void (await ask({ command: 'takeTicket', serviceId, paper: false })),
        call: async () => (await ask({ command: 'callNext', counterId, finishCurrent: true })).seq,
      }
    }),
  )
  return {
    name: `bare, ${commits}`,
    workers: askers,
    onHeard: (listener) => {
      heard = listener
    },
    close: async () => {
      for (const screen of screens) screen.close()
      for (const { socket } of askers) socket.disconnect()
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

const serviceId = 'service-A'
const plain = { transports: ['websocket'], forceNew: true }

async function connected(socket: Socket): Promise<Socket> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}
