import type { Clock } from '@jiaohao/core/clock.ts'
import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Asked } from '@jiaohao/core/queue/asked.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { decide } from '@jiaohao/core/queue/decide.ts'
import { due } from '@jiaohao/core/queue/due.ts'
import type { Event, Recorded } from '@jiaohao/core/queue/event.ts'
import { evolve, replay } from '@jiaohao/core/queue/evolve.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import type { HallState } from '@jiaohao/core/queue/state.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import { isDiskTrouble } from './journal/database.ts'
import type { Journal, Remembered } from './journal/journal.ts'
import { recentAnswers } from './recent-answers.ts'

/** One hall's single writer: commands in, in order; nothing is told that is not in the journal. */
export interface HallLoop {
  /** Resolves when what was asked is on disk, or refused. The same id from the same asker gets the first answer. */
  ask(command: Command, by: Who, id: string | null): Promise<Answer>
  state(): HallState
  hall(): Hall
  /** Puts a new set-up in force from the next command on. */
  setUp(hall: Hall): void
  /** Called after every commit, and after a new set-up with no events. */
  onTold(listener: (recorded: readonly Recorded[]) => void): void
  /** Did the last commit succeed? */
  saving(): boolean
  close(): Promise<void>
}

interface Waiting {
  command: Command
  by: Who
  id: string | null
  answer: (answer: Answer) => void
}

const mostAtOnce = 256
const mostQueued = 10_000

export function openHallLoop(open: {
  hall: Hall
  journal: Journal
  clock: Clock
  secret: () => string
  onBroken: (problem: unknown) => void
}): HallLoop {
  const { journal, clock } = open
  let hall = open.hall
  let state = replay(journal.loadToday())
  let waiting: Waiting[] = []
  let scheduled: NodeJS.Immediate | null = null
  let cancelDue = () => {}
  let closed = false
  let saving = true
  const listeners: ((recorded: readonly Recorded[]) => void)[] = []
  const remembered = recentAnswers()

  function ask(command: Command, by: Who, id: string | null): Promise<Answer> {
    if (closed || waiting.length >= mostQueued) return Promise.resolve({ refused: 'tooMuch' })
    return new Promise((answer) => {
      waiting.push({ command, by, id, answer })
      scheduled ??= setImmediate(flush)
    })
  }

  /** All that arrived together share one commit. */
  function flush(): void {
    scheduled = null
    const batch = waiting.slice(0, mostAtOnce)
    waiting = waiting.slice(mostAtOnce)
    if (waiting.length > 0) scheduled = setImmediate(flush)
    const atMs = clock.now()
    let next = state
    const recorded: Recorded[] = []
    const keep = new Map<string, Remembered>()
    const answers: { to: Waiting; answer: Answer; changes: boolean }[] = []

    const record = (events: readonly Event[], by: string): void => {
      for (const event of events) {
        const each: Recorded = { seq: next.seq + 1, atMs, by, event }
        next = evolve(next, each)
        recorded.push(each)
      }
    }
    const decided = (command: Command, asked: Asked): Event[] | Answer => {
      if (command.command !== 'turnDay' && next.day !== dayOf(atMs, hall.timeZone)) {
        const turned = decide(hall, next, { command: 'turnDay' }, { ...asked, by: { as: 'clock' } })
        if ('refused' in turned) return turned
        record(turned, 'clock')
      }
      return decide(hall, next, command, asked)
    }

    for (const each of batch) {
      const asker = nameOf(each.by)
      const known = each.id === null ? undefined : earlierAnswer(asker, each.id, keep)
      if (known) {
        answers.push({ to: each, answer: known, changes: false })
        continue
      }
      const outcome = decided(each.command, askedBy(each, atMs, next))
      if (!Array.isArray(outcome)) {
        answers.push({ to: each, answer: outcome, changes: false })
        if (each.id !== null) remembered.put(asker, each.id, outcome)
        continue
      }
      record(outcome, asker)
      const answer = doneBy(outcome, next.seq)
      const changes = outcome.length > 0
      if (changes && each.id !== null) keep.set(`${asker} ${each.id}`, { asker, id: each.id, answer })
      answers.push({ to: each, answer, changes })
    }

    if (recorded.length > 0) {
      try {
        journal.append(recorded, next, [...keep.values()], atMs)
      } catch (problem) {
        saving = false
        if (!isDiskTrouble(problem)) open.onBroken(problem)
        for (const { to, answer, changes } of answers) to.answer(changes ? { refused: 'notSaved' } : answer)
        schedule()
        return
      }
      saving = true
      state = next
    }
    for (const { to, answer } of answers) to.answer(answer)
    if (recorded.length > 0) for (const listener of listeners) listener(recorded)
    schedule()
  }

  function earlierAnswer(
    asker: string,
    id: string,
    keep: ReadonlyMap<string, Remembered>,
  ): Answer | undefined {
    return keep.get(`${asker} ${id}`)?.answer ?? remembered.get(asker, id) ?? journal.answerTo(asker, id)
  }

  function askedBy({ command, by }: Waiting, atMs: number, now: HallState): Asked {
    const asked: Asked = { by, atMs, secret: open.secret() }
    const rates = command.command === 'rate' || command.command === 'explainRating'
    if (!rates || command.ticketId.startsWith(`${now.day}-`)) return asked
    const past = journal.pastLeg(command.ticketId, command.leg)
    return past ? { ...asked, past } : asked
  }

  /** Time asks too: one timer, for whatever is due first. While nothing can be saved it tries again every second. */
  function schedule(): void {
    cancelDue()
    if (closed) return
    const first = due(hall, state, clock.now())
    const waitMs = Math.max(saving ? 0 : 1_000, first.atMs - clock.now())
    cancelDue = clock.after(waitMs, () => void ask(first.command, { as: 'clock' }, null).then(heed))
  }

  /** A refusal to time itself (the clock was set back) must not be asked again without a breath. */
  function heed(answer: Answer): void {
    if (!('refused' in answer) || closed) return
    cancelDue()
    cancelDue = clock.after(1_000, schedule)
  }

  schedule()
  return {
    ask,
    state: () => state,
    hall: () => hall,
    setUp: (next) => {
      hall = next
      for (const listener of listeners) listener([])
      schedule()
    },
    onTold: (listener) => void listeners.push(listener),
    saving: () => saving,
    close: async () => {
      while (waiting.length > 0) {
        if (scheduled) clearImmediate(scheduled)
        flush()
      }
      closed = true
      cancelDue()
      if (scheduled) clearImmediate(scheduled)
    },
  }
}

function doneBy(events: readonly Event[], seq: number): Answer {
  for (const event of events) {
    if (event.type === 'ticketTaken' || event.type === 'ticketCalled') {
      return { done: { seq, ticketId: event.ticketId, number: event.number } }
    }
  }
  return { done: { seq } }
}
