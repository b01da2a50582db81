import type { Clock } from '@jiaohao/core/clock.ts'
import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Waits } from '@jiaohao/core/estimate/waits.ts'
import type { Asked } from '@jiaohao/core/queue/asked.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import { due } from '@jiaohao/core/queue/due.ts'
import type { Recorded } from '@jiaohao/core/queue/event.ts'
import { replay } from '@jiaohao/core/queue/evolve.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import type { HallState } from '@jiaohao/core/queue/state.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import { type AnswerTo, decideTogether, type Together, type Waiting } from './decide-together.ts'
import { ifDiskAllows, isDiskTrouble, isRepeat } from './journal/database.ts'
import type { Journal } from './journal/journal.ts'
import { offlineRecords } from './offline-records.ts'
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

const mostAtOnce = 256
const mostQueued = 10_000

export function openHallLoop(open: {
  hall: Hall
  journal: Journal
  clock: Clock
  secret: () => string
  /** The newest estimates, for whoever takes a number. */
  waits: () => Waits
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
    let together = decided(batch, atMs, 'whenNothingHappens')
    try {
      try {
        save(together, atMs)
      } catch (problem) {
        if (!isRepeat(problem)) throw problem
        together = decided(batch, atMs, 'always')
        save(together, atMs)
      }
    } catch (problem) {
      saving = false
      if (!isDiskTrouble(problem)) open.onBroken(problem)
      for (const { to, answer, is } of together.answers)
        to.answer(is === 'repeated' ? answer : { refused: 'notSaved' })
      schedule()
      return
    }
    const { next, recorded, answers } = together
    state = next
    for (const { to, answer, is } of answers) {
      if (is === 'noChange' && to.id !== null) remembered.put(nameOf(to.by), to.id, answer)
      to.answer(answer)
    }
    if (recorded.length > 0) void afterAnswers().then(() => told(recorded))
    schedule()
  }

  function told(recorded: readonly Recorded[]): void {
    for (const listener of listeners) listener(recorded)
  }

  /** In the same turn, so that nobody can look in between, but behind the answers: whoever pressed waits for no screen. */
  async function afterAnswers(): Promise<void> {
    for (let steps = 0; steps < 4; steps++) await null
  }

  const decided = (
    batch: readonly Waiting[],
    atMs: number,
    look: 'always' | 'whenNothingHappens',
  ): Together =>
    decideTogether({
      hall,
      state,
      batch,
      atMs,
      look,
      heldAnswer: remembered.get,
      savedAnswer: journal.answerTo,
      askedBy: (each, now, answerTo) => askedBy(each, atMs, now, answerTo),
    })

  function save({ recorded, next, keep }: Together, atMs: number): void {
    if (recorded.length === 0) return
    journal.append(recorded, state, next, [...keep.values()], atMs)
    saving = true
  }

  function askedBy({ command, by }: Waiting, atMs: number, now: HallState, answerTo: AnswerTo): Asked {
    const asked: Asked = { by, atMs, secret: open.secret(), waits: open.waits() }
    if (command.command === 'mergeOffline') {
      const answered = (id: string) => answerTo(nameOf(by), id)
      return { ...asked, offline: offlineRecords(command, now.day, journal, answered) }
    }
    const rates = command.command === 'rate' || command.command === 'explainRating'
    if (!rates || command.ticketId.startsWith(`${now.day}-`)) return asked
    const past = journal.pastLeg(command.ticketId, command.leg)
    return past ? { ...asked, past } : asked
  }

  /** Time asks too: one timer, for whatever is due first. While nothing can be saved it only looks whether that is over. */
  function schedule(): void {
    cancelDue()
    if (closed) return
    if (!saving) {
      cancelDue = clock.after(1_000, lookAgain)
      return
    }
    const first = due(hall, state, clock.now())
    const waitMs = Math.max(0, first.atMs - clock.now())
    cancelDue = clock.after(waitMs, () => void ask(first.command, { as: 'clock' }, null).then(heed))
  }

  function lookAgain(): void {
    ifDiskAllows(() => {
      journal.tryToSave()
      saving = true
    })
    schedule()
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
      told([])
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
