import type { Clock } from '@jiaohao/core/clock.ts'
import { stepAt } from '@jiaohao/core/contract/day-steps.ts'
import { type LinkCounters, type LinkState, openLink, type Talk } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { pictureAt } from './flash.ts'
import type { LedAnswer, LedCard, LedSession } from './led-card.ts'
import { type LedText, sameText } from './led-text.ts'

export interface LedOptions<Frame> {
  card: LedCard<Frame>
  dial: Dial
  clock: Clock
  random: () => number
  /** In dots. */
  width: number
  height: number
  onState?: (state: LinkState) => void
  /** Said once for each wanted text, when the panel has accepted it; never for one overtaken before that. */
  onShown?: (text: LedText) => void
  /** The panel keeps refusing, or gives no answer to, what it should show; it is tried again by itself. */
  onRefused?: (why: string) => void
}

/** How bright by the hall's time of day, 0 to 15; left alone when there is no step. */
export interface Dimming {
  steps: readonly { from: string; level: number }[]
  timeZone: string
}

/** A strip that is driven to the last text it was asked for, through refusals, cables and power cuts. */
export interface Led {
  want(text: LedText): void
  wanted(): LedText | undefined
  /** What the panel is known to show; undefined while that is another text or nobody knows. */
  shown(): LedText | undefined
  /** 0 to 15, until the next step of the day says otherwise. */
  brightness(level: number): void
  /** In place of what it was dimmed by before. */
  dim(by: Dimming): void
  state(): LinkState
  counters(): LinkCounters
  close(): Promise<void>
}

const ANSWER_MS = 1000
const RETRIES = 3
const RETRY_AFTER_MS = 200
const GIVEN_UP_FOR_MS = 10_000
/** Together under 5 s: a panel without power says no goodbye (devices.md §8). */
const PING_EVERY_MS = 3000
const PING_TIMEOUT_MS = 1500
const MINUTE_MS = 60_000

/** One thing in which the panel differs from what is wanted. */
interface Difference {
  mark: string
  bytes(session: LedSession<unknown>): Uint8Array
  accepted(): void
}

export function openLed<Frame>(options: LedOptions<Frame>): Led {
  const { card, clock, onState, onShown, onRefused, ...line } = options
  let wanted: LedText | undefined
  let shownSinceMs: number | undefined
  let level: number | undefined
  let dayLevel: number | undefined
  let session: LedSession<Frame> | undefined
  const panel: { picture?: string; level?: number } = {}
  // A late answer looks like the answer to the next command, so after a silence one acceptance proves nothing.
  let doubtful = false
  let driving = false
  let cancelNext = () => {}
  let cancelMinute = () => {}

  const link = openLink<Frame>({
    ...line,
    clock,
    decode: card.decode,
    interByteMs: 200,
    onState: (state) => {
      if (state.state === 'offline') forget()
      onState?.(state)
      if (state.state === 'online') void drive()
    },
    onOpen: async (talk) => {
      session = await card.open(talk)
      doubtful = (await ask(talk, session, session.clear(options), ANSWER_MS)) === 'silent'
    },
    heartbeat: {
      everyMs: PING_EVERY_MS,
      timeoutMs: PING_TIMEOUT_MS,
      beat: async (talk) =>
        session !== undefined && isAnswer(await ask(talk, session, session.ping(), PING_TIMEOUT_MS)),
    },
  })

  /** Dynamic areas are RAM: whoever comes back may have lost them. */
  function forget() {
    delete panel.picture
    delete panel.level
  }

  /** The text before the brightness: a card that cannot dim must still show the call. */
  function difference(): Difference | undefined {
    return textDifference() ?? brightnessDifference()
  }

  function textDifference(): Difference | undefined {
    if (!wanted) return undefined
    const text = wanted
    const { picture } = pictureAt(text, shownForMs())
    const mark = JSON.stringify(picture)
    if (mark === panel.picture) {
      if (shownSinceMs === undefined) nowShown(text)
      return undefined
    }
    return {
      mark,
      bytes: (current) => current.show(picture, options),
      accepted: () => {
        panel.picture = mark
        if (shownSinceMs === undefined && text === wanted) nowShown(text)
      },
    }
  }

  function brightnessDifference(): Difference | undefined {
    if (level === undefined || level === panel.level) return undefined
    const asked = level
    return {
      mark: `brightness ${asked}`,
      bytes: (current) => current.brightness(asked),
      accepted: () => {
        panel.level = asked
      },
    }
  }

  function nowShown(text: LedText) {
    shownSinceMs = clock.now()
    onShown?.(text)
  }

  /** One command at a time; after each answer the newest wish is compared again, so the last call always wins. */
  async function drive() {
    if (driving) return
    driving = true
    cancelNext()
    let pauseMs = Number.POSITIVE_INFINITY
    let failures = 0
    let failing = ''
    for (let next = difference(); next && link.state().state === 'online'; next = difference()) {
      if (!session) break
      const answer = await ask(link, session, next.bytes(session), ANSWER_MS)
      if (answer === 'offline') break
      if (answer === 'accepted') {
        if (!doubtful) next.accepted()
        doubtful = false
        continue
      }
      doubtful ||= answer === 'silent'
      failures = next.mark === failing ? failures + 1 : 1
      failing = next.mark
      if (typeof answer === 'object' || failures > RETRIES) {
        onRefused?.(typeof answer === 'object' ? answer.refused : answer)
        if (difference()?.mark !== next.mark) continue
        pauseMs = GIVEN_UP_FOR_MS
        break
      }
      await new Promise<void>((done) => {
        cancelNext = clock.after(RETRY_AFTER_MS, done)
      })
    }
    driving = false
    const againInMs = Math.min(pauseMs, changesInMs())
    if (againInMs < Number.POSITIVE_INFINITY && link.state().state === 'online')
      cancelNext = clock.after(againInMs, () => void drive())
  }

  const changesInMs = () =>
    (wanted && shownSinceMs !== undefined && pictureAt(wanted, shownForMs()).changesInMs) ||
    Number.POSITIVE_INFINITY
  const shownForMs = () => (shownSinceMs === undefined ? 0 : clock.now() - shownSinceMs)

  /** The steps of a day begin on whole minutes. */
  function followDay({ steps, timeZone }: Dimming) {
    const next = stepAt(steps, clock.now(), timeZone)?.level
    if (next !== dayLevel) {
      dayLevel = next
      level = next
      void drive()
    }
    cancelMinute = clock.after(MINUTE_MS - (clock.now() % MINUTE_MS), () => followDay({ steps, timeZone }))
  }

  return {
    want: (text) => {
      if (sameText(wanted, text)) return
      wanted = text
      shownSinceMs = undefined
      void drive()
    },
    wanted: () => wanted,
    shown: () => (shownSinceMs !== undefined && panel.picture !== undefined ? wanted : undefined),
    brightness: (asked) => {
      level = asked
      void drive()
    },
    dim: (by) => {
      cancelMinute()
      followDay(by)
    },
    state: link.state,
    counters: link.counters,
    close: () => {
      cancelNext()
      cancelMinute()
      return link.close()
    },
  }
}

function ask<Frame>(talk: Talk<Frame>, session: LedSession<Frame>, bytes: Uint8Array, timeoutMs: number) {
  return talk.ask<LedAnswer>(bytes, (frame) => session.answer(frame, bytes), timeoutMs)
}

function isAnswer<T>(answer: T | 'silent' | 'offline'): boolean {
  return answer !== 'silent' && answer !== 'offline'
}
