import type { ToProgram } from '@jiaohao/core/contract/program.ts'
import type { Talk } from '../link.ts'
import { lineOf, type Said } from './lines.ts'

export type Greeting = Omit<Extract<ToProgram, { message: 'hello' }>, 'message' | 'protocol'>

/** A program that loads a vendor's library may take this long to say hello. */
const helloWithinMs = 5_000
/** Together under 5 s (devices.md §8). */
const stateEveryMs = 3_000
const stateWithinMs = 1_500

/** The first words on each start; rejects when the program does not know this protocol in time. */
export async function greet(talk: Talk<Said>, greeting: Greeting): Promise<void> {
  const hello = lineOf({ message: 'hello', protocol: 1, ...greeting })
  const answer = await talk.ask(hello, (said) => said.message === 'hello' || undefined, helloWithinMs)
  if (answer !== true) throw new Error('the program did not say hello')
}

/** Asks a program how its device is, as a heartbeat: one that hangs is ended and started again. */
export function stateHeartbeat(nextId: () => number, onState: (state: StateSaid) => void) {
  return {
    everyMs: stateEveryMs,
    timeoutMs: stateWithinMs,
    beat: async (talk: Talk<Said>) => {
      const id = nextId()
      const answer = await talk.ask(
        lineOf({ message: 'state', id }),
        (said) => (said.message === 'state' && said.id === id ? said : undefined),
        stateWithinMs,
      )
      if (typeof answer === 'string') return false
      onState(answer)
      return true
    },
  }
}

export type StateSaid = Extract<Said, { message: 'state' }>

/** The answer to the question with this id. */
export const answerTo =
  (id: number) =>
  (said: Said): Extract<Said, { message: 'answer' }> | undefined =>
    said.message === 'answer' && said.id === id ? said : undefined

/** Numbers for questions, each used once. */
export function questionIds(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}
