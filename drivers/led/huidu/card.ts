import type { Talk } from '../../link.ts'
import type { LedAnswer, LedCard, LedSession } from '../led-card.ts'
import { decodeHuidu, encodeHuidu, type HuiduFrame } from './codec.ts'
import { attribute, greeting, INTERFACE_VERSION, luminance, program } from './xml.ts'

const ANSWER_MS = 1000
/** Error 4: another host is at it. */
const OCCUPIED = 4
const DARK = { lines: [], colour: 'red' } as const

/** Huidu HD cards (full colour, SDK 2.0): TCP 10001. */
export const huiduCard: LedCard<HuiduFrame> = { decode: decodeHuidu, open: openSession }

/** Version, then a session; each connection has its own, and an order under another is refused. */
async function openSession(talk: Talk<HuiduFrame>): Promise<LedSession<HuiduFrame>> {
  const version = await talk.ask(
    encodeHuidu({ says: 'versionAsk', version: INTERFACE_VERSION }),
    (frame) => (frame.says === 'version' || frame.says === 'error' ? frame : undefined),
    ANSWER_MS,
  )
  if (typeof version === 'string') throw new Error('the card did not say its version')
  if (version.says === 'error') throw new Error(`the card refused our version: error ${version.code}`)
  const guid = await talk.ask(
    encodeHuidu({ says: 'order', xml: greeting() }),
    (frame) => (frame.says === 'answer' ? attribute(frame.xml, 'sdk', 'guid') : undefined),
    ANSWER_MS,
  )
  if (guid === 'silent' || guid === 'offline') throw new Error('the card gave no session')
  return sessionOf(guid)
}

function sessionOf(guid: string): LedSession<HuiduFrame> {
  const told = (xml: string) => encodeHuidu({ says: 'order', xml })
  return {
    answer,
    ping: () => encodeHuidu({ says: 'heartbeat' }),
    clear: (size) => told(program(guid, DARK, size)),
    brightness: (level) => told(luminance(guid, level)),
    show: (picture, size) => told(program(guid, picture, size)),
  }
}

/** An answer names the method it is for, so a late one is not taken for another. */
function answer(frame: HuiduFrame, asked: Uint8Array): LedAnswer | undefined {
  const [question] = decodeHuidu(asked).frames
  if (frame.says === 'heartbeatAnswer') return question?.says === 'heartbeat' ? 'accepted' : undefined
  if (question?.says !== 'order') return undefined
  if (frame.says === 'error') return frame.code === OCCUPIED ? 'busy' : { refused: `error ${frame.code}` }
  if (frame.says !== 'answer') return undefined
  if (attribute(frame.xml, 'out', 'method') !== attribute(question.xml, 'in', 'method')) return undefined
  const result = attribute(frame.xml, 'out', 'result') ?? 'no result'
  if (result === 'kSuccess') return 'accepted'
  return stillBusy.includes(result) ? 'busy' : { refused: result }
}

/** Results that pass by themselves: at work, or taken by another host. */
const stillBusy = ['kProcessing', 'kDownloadingFile', 'kDeviceOccupa']
