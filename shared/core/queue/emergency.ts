import type { Asked } from './asked.ts'
import type { Command, CommandOf } from './command.ts'
import type { Event } from './event.ts'
import { type Refused, refused } from './refused.ts'
import type { HallState } from './state.ts'

/** Nobody is called, missed or given a number while the hall pauses or is being left; the queue stays as it is. */
const stopped: ReadonlySet<Command['command']> = new Set([
  'takeTicket',
  'checkIn',
  'callNext',
  'callTicket',
  'recall',
  'resume',
  'miss',
])

/** Why the hall as a whole does not do this now, or undefined when it does. */
export function stoppedBy({ standing }: HallState, command: Command['command']): Refused | undefined {
  if (standing.is === 'open' || !stopped.has(command)) return undefined
  return notWorking(standing)
}

/** The refusal of a hall that is not at work, for everything that would bring people to a counter. */
export const notWorking = (standing: Exclude<HallState['standing'], { is: 'open' }>): Refused =>
  standing.is === 'evacuated' ? refused('hallEvacuated') : refused('hallPaused', { because: standing.reason })

/** Everybody leaves: every screen, panel and speaker says so until the hall is resumed. */
export function evacuate({ standing }: HallState, { atMs }: Asked): Event[] {
  return standing.is === 'evacuated' ? [] : [{ type: 'hallEvacuated', sinceMs: atMs }]
}

/** All counters at once: whoever is being served is served to the end. */
export function pauseHall(
  { standing }: HallState,
  { reason }: CommandOf<'pauseHall'>,
  { atMs }: Asked,
): Event[] | Refused {
  if (standing.is === 'evacuated') return refused('hallEvacuated')
  if (standing.is === 'paused' && standing.reason === reason) return []
  return [{ type: 'hallPaused', reason, sinceMs: standing.is === 'paused' ? standing.sinceMs : atMs }]
}

export const resumeHall = ({ standing }: HallState): Event[] =>
  standing.is === 'open' ? [] : [{ type: 'hallResumed' }]

/** Midnight ends no emergency: the new day begins as the old one ended. */
export function carriedOver({ standing }: HallState): Event[] {
  switch (standing.is) {
    case 'open':
      return []
    case 'paused':
      return [{ type: 'hallPaused', reason: standing.reason, sinceMs: standing.sinceMs }]
    case 'evacuated':
      return [{ type: 'hallEvacuated', sinceMs: standing.sinceMs }]
  }
}

/** 工作人员求助: an alarm at every supervisor's page until somebody has come. */
export function askHelp(state: HallState, { counterId }: CommandOf<'askHelp'>): Event[] | Refused {
  const counter = state.counters[counterId]
  if (counter?.at !== 'open') return refused('counterClosed')
  return state.help[counterId] ? [] : [{ type: 'helpAsked', counterId, staffId: counter.staffId }]
}

export const endHelp = (state: HallState, { counterId }: CommandOf<'endHelp'>): Event[] =>
  state.help[counterId] ? [{ type: 'helpEnded', counterId }] : []
