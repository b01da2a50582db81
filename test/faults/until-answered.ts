import { setTimeout } from 'node:timers/promises'
import { type Answer, protocol, type ToClient, type ToServer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { io, type Socket } from 'socket.io-client'

/** A command with the answer it got: what the hub has promised. */
export interface Promised {
  id: string
  command: Command
  answer: Answer
}

const tooMuchRestMs = 100

/** Somebody who keeps asking: each command is sent again on every new connection until it is answered, under one id. */
export function openAsker(url: string, name: string, auth: { key: string } | { cookie: string }) {
  const socket: Socket<ToClient, ToServer> = io(url, {
    auth: { protocol, ...('key' in auth ? { key: auth.key } : {}) },
    ...('cookie' in auth ? { extraHeaders: { cookie: auth.cookie } } : {}),
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
  })
  const pending = new Map<string, { command: Command; answered: (answer: Answer) => void }>()
  const promised: Promised[] = []
  let count = 0
  let resent = 0

  const send = (id: string, command: Command): void => {
    socket.emit('command', { id, command }, (answer) => pending.get(id)?.answered(answer))
  }
  socket.on('connect', () => {
    for (const [id, { command }] of pending) {
      resent += 1
      send(id, command)
    }
  })

  function ask(command: Command, id: string): Promise<Answer> {
    return new Promise((resolve) => {
      pending.set(id, {
        command,
        answered: (answer) => {
          pending.delete(id)
          resolve(answer)
        },
      })
      if (socket.connected) send(id, command)
    })
  }

  return {
    /** What was acknowledged as done, oldest first. */
    promised,
    resent: () => resent,
    ask: async (command: Command): Promise<Answer> => {
      count += 1
      const id = `${name}-${count}`
      const answer = await ask(command, id)
      if ('done' in answer) promised.push({ id, command, answer })
      return answer
    },
    /** The same command under the same id once more; whoever is told that it is too much waits a moment. */
    askAgain: async ({ id, command }: Promised): Promise<Answer> => {
      for (;;) {
        const answer = await ask(command, id)
        if (!('refused' in answer) || answer.refused !== 'tooMuch') return answer
        await setTimeout(tooMuchRestMs)
      }
    },
    close: () => void socket.disconnect(),
  }
}

export type Asker = ReturnType<typeof openAsker>
