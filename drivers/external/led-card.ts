import type { LedCard } from '../led/led-card.ts'
import { answerTo, type Greeting, greet, questionIds } from './greeting.ts'
import { decodeLines, lineOf, type Said } from './lines.ts'

/** A program as an LED card: led.ts drives it as any other, with its diff, retries and flash. */
export function programLedCard(
  greeting: Omit<Greeting, 'kind'>,
  onLog: (line: string) => void,
): LedCard<Said> {
  const nextId = questionIds()
  const dark = { lines: [], colour: 'green' } as const
  const show = (picture: { lines: readonly string[]; colour: 'red' | 'green' | 'yellow' }) =>
    lineOf({
      message: 'show',
      id: nextId(),
      address: null,
      lines: [...picture.lines],
      colour: picture.colour,
      waiting: null,
    })
  return {
    decode: decodeLines(onLog),
    open: async (talk) => {
      await greet(talk, { kind: 'led', ...greeting })
      return {
        answer: (said, asked) => {
          const { id } = JSON.parse(new TextDecoder().decode(asked)) as { id: number }
          if (said.message === 'state' && said.id === id) return 'accepted'
          const answer = answerTo(id)(said)
          if (!answer) return undefined
          if (answer.result === 'done') return 'accepted'
          return answer.result === 'unknown' ? 'busy' : { refused: answer.why || 'the program failed' }
        },
        ping: () => lineOf({ message: 'state', id: nextId() }),
        clear: () => show(dark),
        brightness: (level) => lineOf({ message: 'brightness', id: nextId(), level }),
        show,
      }
    },
  }
}
