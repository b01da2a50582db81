import type { LedCard, LedSession } from '../led-card.ts'
import { areaOf } from './area.ts'
import { cardStation, decodeOnbon, encodeOnbon, hostStation, type OnbonFrame } from './codec.ts'
import { brightness, deleteAllAreas, ping, showAreas } from './commands.ts'
import { answerOf, BUSY } from './replies.ts'

const toCard = (data: Uint8Array) => encodeOnbon({ to: cardStation, from: hostStation, data })

export const onbonSession: LedSession<OnbonFrame> = {
  answer: (frame) => {
    const answer = answerOf(frame)
    if (!answer) return undefined
    if (answer.answer === 'accepted') return 'accepted'
    return answer.code === BUSY ? 'busy' : { refused: answer.why }
  },
  ping: () => toCard(ping()),
  clear: () => toCard(deleteAllAreas()),
  brightness: (level) => toCard(brightness(level)),
  show: (picture, size) => toCard(showAreas([areaOf(picture, size)])),
}

/** Onbon BX-5K and BX-6K font cards: serial 57600 8N1 or TCP. They need no greeting. */
export const onbonCard: LedCard<OnbonFrame> = {
  decode: decodeOnbon,
  open: async () => onbonSession,
}
