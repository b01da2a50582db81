import type { Clock } from '@jiaohao/core/clock.ts'
import { formsOf } from '@jiaohao/core/text/announcement.ts'
import { spelled, spelledText } from '@jiaohao/core/text/spelled.ts'
import { type LinkCounters, type LinkState, openLink, type Talk } from '../../link.ts'
import type { Dial } from '../../transport/wire.ts'
import type { Mouth, Outcome } from '../mouth.ts'
import { languagesOf, type Policy } from '../policy.ts'
import type { Call } from '../queue.ts'
import {
  decodeReplies,
  encodeSyn6288,
  encodeText,
  MAX_TEXT_BYTES,
  queryFrame,
  type Syn6288Reply,
  sayFrame,
  stopFrame,
} from './codec.ts'

export interface Syn6288Options {
  dial: Dial
  clock: Clock
  random: () => number
  onState?: (state: LinkState) => void
}

/** A SYN6288 speech board as the mouth of a zone. It knows Chinese only, and its loudness is its own knob. */
export interface Syn6288 extends Mouth {
  state(): LinkState
  counters(): LinkCounters
  close(): Promise<void>
}

const ANSWER_MS = 1000
const RETRIES = 3
/** Together under 5 s (devices.md §8). */
const QUERY_EVERY_MS = 2000
const QUERY_TIMEOUT_MS = 1500

const sayBytes = (text: Uint8Array) => encodeSyn6288(sayFrame(text))
const QUERY = encodeSyn6288(queryFrame)
const STOP = encodeSyn6288(stopFrame)

export function openSyn6288(options: Syn6288Options): Syn6288 {
  const { dial, clock, random, onState } = options
  let restEnds: ((how: 'idle' | 'gone') => void) | undefined

  const link = openLink<Syn6288Reply>({
    dial,
    clock,
    random,
    decode: decodeReplies,
    onFrame: note,
    onState: (state) => {
      if (state.state === 'offline') restEnds?.('gone')
      onState?.(state)
    },
    heartbeat: {
      everyMs: QUERY_EVERY_MS,
      timeoutMs: QUERY_TIMEOUT_MS,
      beat: async (talk) => isWord(await query(talk)),
    },
  })

  /** Idle ends a sentence, whether the board says so by itself or because it was asked. */
  function note(reply: Syn6288Reply) {
    if (reply === 'idle') restEnds?.('idle')
    // A board that has just been switched on says nothing any more.
    if (reply === 'ready') restEnds?.('gone')
  }

  function query(talk: Talk<Syn6288Reply>) {
    const answer = (reply: Syn6288Reply) => {
      note(reply)
      return isWord(reply) ? reply : undefined
    }
    return talk.ask(QUERY, answer, QUERY_TIMEOUT_MS)
  }

  /** Resolves at the next 4F, or as too late: a board that never rests has hung. */
  function rest(withinMs: number): Promise<'idle' | 'gone' | 'tooLate'> {
    return new Promise((resolve) => {
      const cancel = clock.after(withinMs, () => end('tooLate'))
      const end = (how: 'idle' | 'gone' | 'tooLate') => {
        cancel()
        restEnds = undefined
        resolve(how)
      }
      restEnds = end
    })
  }

  /** One sentence from its frame to the board's 4F. A board still at another sentence is waited for. */
  async function sayOnce(text: Uint8Array, limitMs: number): Promise<Outcome> {
    for (let tries = 0; tries <= RETRIES; tries += 1) {
      const answer = await link.ask(sayBytes(text), taken, ANSWER_MS)
      if (answer === 'silent' || answer === 'offline') return failed(`the board is ${answer}`)
      if (answer === 'frameBad') continue
      const how = await rest(limitMs)
      if (how !== 'idle') return failed(how === 'gone' ? 'the board is offline' : 'the board did not end')
      if (answer === 'frameOk') return { status: 'spoken' }
    }
    return failed('the board refuses its frames')
  }

  return {
    able: { voice: 'SYN6288' },
    say: async ({ call, times }, policy) => {
      const text = languagesOf(call, policy).includes('zh-CN') ? textOf(call, policy) : undefined
      if (!text) return { status: 'unsaid', why: text === undefined ? 'noVoice' : 'tooLong' }
      for (let time = 1; time <= times; time += 1) {
        const outcome = await sayOnce(text, policy.sentenceLimitMs)
        if (outcome.status !== 'spoken') return outcome
      }
      return { status: 'spoken' }
    },
    stop: () => {
      restEnds?.('gone')
      link.send(STOP).catch((error: Error) => link.renew(error.message))
    },
    state: link.state,
    counters: link.counters,
    close: link.close,
  }
}

/** As the hall words it when the board's frame holds that; false when not even the shortest call fits. */
function textOf(call: Call, policy: Policy): Uint8Array | false {
  const texts = formsOf(call).map((form) =>
    encodeText(spelledText(spelled(form, 'zh-CN', policy.one), 'zh-CN')),
  )
  return texts.find((text) => text.length <= MAX_TEXT_BYTES) ?? false
}

const taken = (reply: Syn6288Reply) =>
  reply === 'frameOk' || reply === 'frameBad' || reply === 'busy' ? reply : undefined

const isWord = (answer: string) => answer === 'busy' || answer === 'idle'

const failed = (reason: string): Outcome => ({ status: 'sinkFailed', reason })
