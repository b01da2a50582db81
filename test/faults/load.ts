import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { ChildHub } from '../hall/child-hub.ts'
import type { Dice } from './dice.ts'
import { type Asker, openAsker } from './until-answered.ts'

/** Kiosks that take and clerks that call, recall, start and finish, each as fast as it is answered, until stopped. */
export interface Load {
  askers: Asker[]
  /** Resolves when everybody has had the answer to the last thing asked. */
  stop(): Promise<void>
}

export function openLoad({ url, people }: ChildHub, dice: Dice): Load {
  let stopping = false
  const kiosks = people.kiosks.map((key, i) => openAsker(url, `kiosk${i}`, { key }))
  const clerks = people.clerks.map(({ cookie }, i) => openAsker(url, `clerk${i}`, { cookie }))

  async function takes(kiosk: Asker): Promise<void> {
    while (!stopping) {
      const serviceId = `service-${'ABC'.charAt(dice.roll(3))}`
      await kiosk.ask({ command: 'takeTicket', serviceId, paper: false, language: 'zh-CN' })
    }
  }

  async function works(clerk: Asker, counterId: string): Promise<void> {
    await clerk.ask({ command: 'openCounter', counterId })
    let last: Answer = { refused: 'counterIdle' }
    while (!stopping) {
      last = await clerk.ask(next(counterId, last, dice))
    }
  }

  const working = Promise.all([
    ...kiosks.map(takes),
    ...clerks.map((clerk, i) => works(clerk, people.clerks[i]?.counterId ?? '')),
  ])
  return {
    askers: [...kiosks, ...clerks],
    stop: async () => {
      stopping = true
      await working
    },
  }
}

/** Mostly call, recall, start and finish in a likely order; a refusal only means another verb next time. */
function next(counterId: string, last: Answer, dice: Dice): Command {
  const calling = 'done' in last && last.done.number !== undefined
  const verbs: Command[] = [
    { command: 'callNext', counterId, finishCurrent: false },
    { command: 'callNext', counterId, finishCurrent: true },
    { command: 'recall', counterId },
    { command: 'start', counterId },
    { command: 'finish', counterId, wrapUp: false },
  ]
  const likely = calling ? [2, 3, 4, 1] : [0, 1, 2, 4]
  return verbs[likely[dice.roll(likely.length)] ?? 0] as Command
}
