import type { Talk } from '../../link.ts'
import type { LedAnswer, LedCard, LedSession } from '../led-card.ts'
import { type CpowerFrame, decodeCpower, encodeCpower } from './codec.ts'
import {
  brightness,
  type CpowerCommand,
  divide,
  enterTemplate,
  queryScreen,
  showInTemplate,
  showText,
  type TemplatePlace,
} from './commands.ts'

export interface CpowerSettings {
  /** The card's number on its bus, 1 to 254. */
  card: number
  /** Straight into a window of the screen, or into a program of a template that an installer left on the card. */
  into: 'window' | TemplatePlace
}

const ANSWER_MS = 1000
const DONE = 0
const SUM_WRONG = 1

/** A C-Power card on a serial line (115200 8N1), behind a serial server, or on its own network port. */
export function cpowerCard(settings: CpowerSettings): LedCard<CpowerFrame> {
  return { decode: decodeCpower, open: (talk) => openSession(talk, settings) }
}

/** A serial card takes a network frame for noise, but not the other way round: so the network is tried first. */
async function openSession(talk: Talk<CpowerFrame>, settings: CpowerSettings) {
  for (const line of ['network', 'serial'] as const) {
    const session = cpowerSession(settings, line)
    const query = session.ping()
    const answer = await talk.ask(query, (frame) => session.answer(frame, query), ANSWER_MS)
    if (answer !== 'silent' && answer !== 'offline') return session
  }
  throw new Error('the card answers neither as on a network nor as on a serial line')
}

export function cpowerSession(
  { card, into }: CpowerSettings,
  line: CpowerFrame['line'],
): LedSession<CpowerFrame> {
  const toCard = ({ command, body }: CpowerCommand) =>
    encodeCpower({ line, type: 'ask', card, command, flag: 1, body })
  return {
    answer: (frame, asked) => (answers(frame, asked, card) ? answerOf(frame, into) : undefined),
    ping: () => toCard(queryScreen()),
    clear: (size) => toCard(into === 'window' ? divide(size) : enterTemplate()),
    brightness: (level) => toCard(brightness(level)),
    show: (picture, size) =>
      toCard(into === 'window' ? showText({ picture, size }) : showInTemplate({ picture, size }, into)),
  }
}

/** An old card answers with the type of a question, and an RS485 line may echo: our own bytes are no answer. */
function answers(frame: CpowerFrame, asked: Uint8Array, card: number): boolean {
  const [question] = decodeCpower(asked).frames
  const echoed = frame.type === 'ask' && Buffer.compare(encodeCpower(frame), asked) === 0
  return !echoed && frame.line === question?.line && frame.command === question.command && frame.card === card
}

/** A frame hurt on its way may be sent again; for a template 1 means that the card has none. */
function answerOf({ flag }: CpowerFrame, into: CpowerSettings['into']): LedAnswer {
  if (flag === DONE) return 'accepted'
  if (into === 'window')
    return flag === SUM_WRONG ? 'busy' : { refused: refusals.get(flag) ?? `code ${flag}` }
  return { refused: templateRefusals.get(flag) ?? `code ${flag}` }
}

/** Return values of the manual, §2.1.2 and `85`. */
const refusals = new Map([[2, 'packets out of order']])
const templateRefusals = new Map([
  [1, 'no template on the card'],
  [0x11, 'no such program'],
  [0x12, 'no such window'],
  [0x80, 'not in template mode'],
])
