import type { Clock } from '@jiaohao/core/clock.ts'
import { type LinkCounters, type LinkState, openLink } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { type CardRefusal, readCardText } from './card-text.ts'
import { cardTold, type IdCard } from './card-told.ts'
import { decodeSam } from './codec.ts'
import {
  answerTo,
  cardTextIn,
  isModulesOwn,
  type SamAnswer,
  type SamCommand,
  type SamOutcome,
  samRequest,
} from './commands.ts'

/** What the citizen at the reader should know; said once for each time a card is laid on. */
export type CardFault =
  | { fault: 'unreadable'; why: SamOutcome | 'silent' }
  | { fault: 'refused'; why: CardRefusal }

export type IdReaderState =
  | { state: 'ready'; sinceMs: number }
  /** The module answers but does not do its work, as when its licence is missing. */
  | { state: 'refusing'; sinceMs: number; command: SamCommand; why: SamOutcome }
  | { state: 'offline'; sinceMs: number; why: string }

export interface IdReaderOptions {
  dial: Dial
  clock: Clock
  random: () => number
  /** A keyed hash; the number it is given must go nowhere else. */
  hash: (idNumber: string) => string
  onCard: (card: IdCard) => void
  onState?: (state: IdReaderState) => void
  onFault?: (fault: CardFault) => void
}

export interface IdReader {
  state(): IdReaderState
  counters(): LinkCounters
  close(): Promise<void>
}

/** devices.md §4. */
const FIND_EVERY_MS = 300
const TIMEOUTS_MS = { reset: 1000, status: 1000, moduleId: 1000, find: 1000, select: 1000, read: 3000 }
const TRIES_A_CARD = 3
/** How often in a row a command fails by the module's own fault before staff are told. */
const FAILURES_TOLD = 3
const INTER_BYTE_MS = 200
/** Together under 5 s, also after a read in vain (3 s) whose silence is asked about (1 s). */
const HEARTBEAT = { everyMs: 3000, timeoutMs: 1500 }

/** A SAM reader for identity cards: each card laid on is told once, and again only when it has left the field. */
export function openIdReader(options: IdReaderOptions): IdReader {
  const { clock, hash, onCard, onState, onFault } = options
  /** What became of the card on the reader; kept over a reconnection, so that one left lying is not told twice. */
  let lying:
    | { card: 'none' }
    | { card: 'tried'; times: number; why: SamOutcome | 'silent' }
    | { card: 'settled' } = { card: 'none' }
  let failing: { command: SamCommand; why: SamOutcome; times: number } | undefined
  let said: IdReaderState | undefined
  let looking = false
  let cancelLook = () => {}

  const link = openLink<Uint8Array>({
    dial: options.dial,
    clock,
    random: options.random,
    decode: decodeSam,
    interByteMs: INTER_BYTE_MS,
    // An answer that came too late may hold a person's data.
    onFrame: (body) => void body.fill(0),
    heartbeat: {
      ...HEARTBEAT,
      beat: async (talk) => {
        const answer = await talk.ask(samRequest('moduleId'), alive, HEARTBEAT.timeoutMs)
        return answer === true
      },
    },
    onState: (state) => {
      failing = undefined
      tell(state)
      if (state.state === 'online') lookSoon()
      else cancelLook()
    },
  })

  function tell(state: LinkState = link.state()) {
    const now = stateNow(state)
    if (said && JSON.stringify({ ...said, sinceMs: 0 }) === JSON.stringify({ ...now, sinceMs: 0 })) return
    said = now
    onState?.(now)
  }

  function stateNow(state: LinkState): IdReaderState {
    if (state.state === 'offline') return { state: 'offline', sinceMs: state.sinceMs, why: state.why }
    if (!failing || failing.times < FAILURES_TOLD) return { state: 'ready', sinceMs: clock.now() }
    return { state: 'refusing', sinceMs: clock.now(), command: failing.command, why: failing.why }
  }

  function lookSoon() {
    cancelLook()
    cancelLook = clock.after(FIND_EVERY_MS, () => void lookOnce())
  }

  async function lookOnce() {
    if (looking) return
    looking = true
    await look()
    looking = false
    if (link.state().state === 'online') lookSoon()
  }

  /** Find, and when a card has come that is not yet settled, select and read. */
  async function look() {
    const found = await ask('find')
    if (typeof found === 'string' || isModulesOwn(found.outcome)) return
    if (found.outcome === 'noCard') return left()
    if (lying.card === 'settled') return
    if (found.outcome !== 'found') return missed(found.outcome)
    const selected = await ask('select')
    if (selected === 'offline') return
    if (selected === 'silent') return missed(selected)
    if (selected.outcome !== 'done') return missed(selected.outcome)
    const read = await ask('read')
    if (read === 'offline') return
    if (read === 'silent') return missed(read)
    if (read.outcome !== 'done') return missed(read.outcome)
    lying = { card: 'settled' }
    const card = readCardText(cardTextIn(read))
    read.data.fill(0)
    if ('refused' in card) onFault?.({ fault: 'refused', why: card.refused })
    else onCard(cardTold(card, hash, clock.now()))
  }

  async function ask(command: SamCommand): Promise<SamAnswer | 'silent' | 'offline'> {
    const answer = await link.ask(
      samRequest(command),
      (body) => answerTo(command, body),
      TIMEOUTS_MS[command],
    )
    if (answer === 'silent') await askWhetherAlive()
    else if (answer !== 'offline') judge(command, answer.outcome)
    return answer
  }

  async function askWhetherAlive() {
    const answer = await link.ask(samRequest('moduleId'), alive, TIMEOUTS_MS.moduleId)
    if (answer === 'silent') link.renew('the module does not answer')
  }

  function judge(command: SamCommand, outcome: SamOutcome) {
    if (isModulesOwn(outcome)) {
      const times = failing?.command === command ? failing.times + 1 : 1
      failing = { command, why: outcome, times }
    } else if (failing?.command === command) failing = undefined
    tell()
  }

  function missed(why: SamOutcome | 'silent') {
    const times = lying.card === 'tried' ? lying.times + 1 : 1
    lying = { card: 'tried', times, why }
    if (times >= TRIES_A_CARD) giveUp(why)
  }

  /** A card waved past too quickly is told as well, so that its owner lays it on again. */
  function left() {
    if (lying.card === 'tried') giveUp(lying.why)
    lying = { card: 'none' }
  }

  function giveUp(why: SamOutcome | 'silent') {
    lying = { card: 'settled' }
    onFault?.({ fault: 'unreadable', why })
  }

  return {
    state: () => said ?? stateNow(link.state()),
    counters: link.counters,
    close: () => {
      cancelLook()
      return link.close()
    },
  }
}

const alive = (body: Uint8Array) => (answerTo('moduleId', body) ? true : undefined)
