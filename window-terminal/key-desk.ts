import { randomUUID } from 'node:crypto'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import type { Key, Level } from '@jiaohao/drivers/keypad/profile.ts'
import type { HubLink } from '@jiaohao/station/hub-link.ts'
import { commandsOf } from './keys.ts'

/** Turns the presses of one counter's keypad and evaluator into commands; true once the hub has done them. */
export interface KeyDesk {
  press(key: Key, sign: CounterSign): Promise<boolean>
  rate(level: Level, sign: CounterSign): Promise<boolean>
}

/** A clerk waits no longer than this for a key to take; an unanswered press may be made again. */
const answerWithinMs = 8_000

export function openKeyDesk(link: Pick<HubLink, 'send'>): KeyDesk {
  /** Presses whose answer was lost: pressed again, they are the same press, so nobody is called twice. */
  const unanswered = new Map<string, string>()
  const held: string[] = []
  let called: { ticketId?: string; number?: string } = {}

  async function sendAs(name: string, commands: Parameters<HubLink['send']>[0][]) {
    const press = unanswered.get(name) ?? randomUUID()
    for (const [index, command] of commands.entries()) {
      const answer = await link.send(command, { id: `${press}-${index}`, withinMs: answerWithinMs })
      if (answer === 'unanswered') unanswered.set(name, press)
      else unanswered.delete(name)
      if (answer === 'unanswered' || 'refused' in answer) return undefined
      if (index === commands.length - 1) return answer.done
    }
    return undefined
  }

  return {
    press: async (key, sign) => {
      const done = await sendAs(key, commandsOf(key, sign, held.at(-1)))
      if (!done) return false
      if (key === 'callNext') called = done
      if (key === 'callBack') called = { ticketId: held.pop() ?? '' }
      if (key === 'hold' && called.ticketId && called.number === sign.number) held.push(called.ticketId)
      return true
    },
    rate: async (level, { counterId, asking }) => {
      if (!asking) return false
      const { ticketId, leg, nonce } = asking
      const name = `rate ${counterId} ${ticketId} ${leg}`
      return (await sendAs(name, [{ command: 'rate', ticketId, leg, level, nonce }])) !== undefined
    },
  }
}
