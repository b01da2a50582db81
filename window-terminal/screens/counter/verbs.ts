import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'

/** What a clerk does all day; `back` ends a pause or wrapping up. */
export type Verb =
  | 'next'
  | 'nextAfterFinish'
  | 'recall'
  | 'start'
  | 'finish'
  | 'finishAndWrapUp'
  | 'miss'
  | 'hold'
  | 'transfer'
  | 'pause'
  | 'back'

export const keyOf: Record<Verb, string> = {
  next: 'F1',
  nextAfterFinish: '⇧F1',
  recall: 'F2',
  start: 'F3',
  finish: 'F4',
  finishAndWrapUp: '⇧F4',
  miss: 'F5',
  hold: 'F6',
  transfer: 'F7',
  pause: 'F8',
  back: 'F8',
}

/** The verb a key means at a counter in this state; F8 is both ways. */
export function verbFor(key: string, shift: boolean, state: CounterView['sign']['state']): Verb | null {
  const away = state === 'paused' || state === 'wrappingUp'
  switch (key) {
    case 'F1':
      return shift ? 'nextAfterFinish' : 'next'
    case 'F2':
      return 'recall'
    case 'F3':
      return 'start'
    case 'F4':
      return shift ? 'finishAndWrapUp' : 'finish'
    case 'F5':
      return 'miss'
    case 'F6':
      return 'hold'
    case 'F7':
      return 'transfer'
    case 'F8':
      return away ? 'back' : 'pause'
    default:
      return null
  }
}

/** Why this verb would mean nothing now; null when it does. The hub decides, this only dims the button. */
export function whyNot(view: CounterView, verb: Verb, nowMs: number): Reason | null {
  const { state } = view.sign
  if (state === 'closed') return 'counterClosed'
  const busy = state === 'calling' || state === 'serving'
  switch (verb) {
    case 'next':
      if (state === 'paused') return 'counterPaused'
      if (busy) return 'counterBusy'
      return view.waitingTotal === 0 ? 'nobodyWaiting' : null
    case 'nextAfterFinish':
    case 'finishAndWrapUp':
      return state === 'serving' ? null : 'ticketNotServing'
    case 'recall':
    case 'start':
      return state === 'calling' ? null : 'ticketNotCalled'
    case 'finish':
    case 'transfer':
      return busy ? null : 'ticketNotServing'
    case 'miss':
      if (state !== 'calling') return 'ticketNotCalled'
      return missNeeds(view, nowMs) ? 'callAgainFirst' : null
    case 'hold':
      return state === 'serving' ? null : 'ticketNotServing'
    case 'pause':
      return busy ? 'counterBusy' : null
    case 'back':
      return busy ? 'counterNotPaused' : null
  }
}

/** Whether a number of the lists may be called or taken up now. */
export function whyNotPick(view: CounterView): Reason | null {
  const { state } = view.sign
  if (state === 'closed') return 'counterClosed'
  if (state === 'paused') return 'counterPaused'
  return state === 'calling' || state === 'serving' ? 'counterBusy' : null
}

/** What is missing before the called one counts as missed: calls, and seconds since the last; null when nothing is. */
export function missNeeds(view: CounterView, nowMs: number): { calls: number; seconds: number } | null {
  const { current, missAfter } = view
  if (!current) return null
  const calls = Math.max(0, missAfter.calls - current.countedCalls)
  const spacingMs = missAfter.calls === 1 ? 0 : missAfter.spacingSeconds * 1_000
  const sinceMs = nowMs - (current.lastCalledAtMs ?? nowMs)
  const seconds = Math.max(0, Math.ceil((spacingMs - sinceMs) / 1_000))
  return calls > 0 || seconds > 0 ? { calls, seconds } : null
}

/** The command of a verb that needs no more words; hold, transfer and pause ask first. */
export function commandFor(verb: Exclude<Verb, 'hold' | 'transfer' | 'pause'>, counterId: string): Command {
  switch (verb) {
    case 'next':
      return { command: 'callNext', counterId, finishCurrent: false }
    case 'nextAfterFinish':
      return { command: 'callNext', counterId, finishCurrent: true }
    case 'recall':
      return { command: 'recall', counterId }
    case 'start':
      return { command: 'start', counterId }
    case 'finish':
      return { command: 'finish', counterId, wrapUp: false }
    case 'finishAndWrapUp':
      return { command: 'finish', counterId, wrapUp: true }
    case 'miss':
      return { command: 'miss', counterId }
    case 'back':
      return { command: 'resumeCounter', counterId }
  }
}

/** The verb a clerk most likely wants next, drawn strongest. */
export function likely(view: CounterView): Verb | null {
  switch (view.sign.state) {
    case 'idle':
      return view.waitingTotal > 0 ? 'next' : null
    case 'calling':
      return 'start'
    case 'serving':
      return 'finish'
    case 'paused':
    case 'wrappingUp':
      return 'back'
    case 'closed':
      return null
  }
}
