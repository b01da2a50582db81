import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Asked } from '@jiaohao/core/queue/asked.ts'
import type { Command, CommandOf } from '@jiaohao/core/queue/command.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { decide } from '@jiaohao/core/queue/decide.ts'
import type { Event, Recorded } from '@jiaohao/core/queue/event.ts'
import { evolve } from '@jiaohao/core/queue/evolve.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import { stillKept } from '@jiaohao/core/queue/merge-offline.ts'
import type { HallState } from '@jiaohao/core/queue/state.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import { doneBy } from './done-by.ts'
import type { Remembered } from './journal/journal.ts'

/** What this asker's command of this id was answered. */
export type AnswerTo = (asker: string, id: string) => Answer | undefined

/** A command that waits for its answer. */
export interface Waiting {
  command: Command
  by: Who
  id: string | null
  answer: (answer: Answer) => void
}

/** What a batch of commands leads to, before anything of it is saved. */
export interface Together {
  next: HallState
  recorded: Recorded[]
  /** The answers to save with the events. */
  keep: Map<string, Remembered>
  answers: { to: Waiting; answer: Answer; is: 'change' | 'noChange' | 'repeated' }[]
}

/**
 * Decides commands one after the other, each on the state the ones before it lead to. Whether an id was answered
 * before is asked `always`, or only `whenNothingHappens`: then a repeat that would happen twice is found by the
 * journal's unique key when the batch is saved, which spares every fresh command a look into the store.
 */
export function decideTogether(from: {
  hall: Hall
  state: HallState
  batch: readonly Waiting[]
  atMs: number
  look: 'always' | 'whenNothingHappens'
  /** Answers held in memory, and those on disk. */
  heldAnswer: AnswerTo
  savedAnswer: AnswerTo
  askedBy: (each: Waiting, now: HallState, answerTo: AnswerTo) => Asked
}): Together {
  const { hall, state, batch, atMs, look, heldAnswer, savedAnswer, askedBy } = from
  let next = state
  const recorded: Recorded[] = []
  const keep = new Map<string, Remembered>()
  const answers: Together['answers'] = []

  function record(events: readonly Event[], by: string): void {
    for (const event of events) {
      const each: Recorded = { seq: next.seq + 1, atMs, by, event }
      next = evolve(next, each)
      recorded.push(each)
    }
  }

  function decided(command: Command, asked: Asked): Event[] | Answer {
    if (command.command !== 'turnDay' && next.day !== dayOf(atMs, hall.timeZone)) {
      const turned = decide(hall, next, { command: 'turnDay' }, { ...asked, by: { as: 'clock' } })
      if ('refused' in turned) return turned
      record(turned, 'clock')
    }
    return decide(hall, next, command, asked)
  }

  const held: AnswerTo = (asker, id) => keep.get(`${asker} ${id}`)?.answer ?? heldAnswer(asker, id)
  const answerTo: AnswerTo = (asker, id) => held(asker, id) ?? savedAnswer(asker, id)

  /** A command that a kiosk gave up must not be done when it arrives after all. */
  function forestall({ entries }: CommandOf<'mergeOffline'>, asker: string): void {
    for (const { insteadOf } of entries) {
      if (insteadOf === undefined || answerTo(asker, insteadOf)) continue
      keep.set(`${asker} ${insteadOf}`, { asker, id: insteadOf, answer: { refused: 'stale' } })
    }
  }

  for (const each of batch) {
    const { command, id } = each
    const asker = nameOf(each.by)
    const saved = () => (id === null ? undefined : savedAnswer(asker, id))
    const known = id === null ? undefined : held(asker, id)
    const first = known ?? (look === 'always' ? saved() : undefined)
    if (first) {
      answers.push({ to: each, answer: first, is: 'repeated' })
      continue
    }
    const asked = askedBy(each, next, answerTo)
    const outcome = decided(command, asked)
    const kept = () => (command.command === 'mergeOffline' ? stillKept(next, command.entries, asked) : [])
    if (Array.isArray(outcome) && outcome.length > 0) {
      record(outcome, asker)
      if (command.command === 'mergeOffline') forestall(command, asker)
      const answer = doneBy(outcome, command, next, kept())
      if (id !== null) keep.set(`${asker} ${id}`, { asker, id, answer })
      answers.push({ to: each, answer, is: 'change' })
      continue
    }
    const earlier = saved()
    if (earlier) answers.push({ to: each, answer: earlier, is: 'repeated' })
    else {
      const answer = Array.isArray(outcome) ? doneBy([], command, next, kept()) : outcome
      answers.push({ to: each, answer, is: 'noChange' })
    }
  }
  return { next, recorded, keep, answers }
}
