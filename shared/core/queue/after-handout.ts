import type { EventOf } from './event.ts'
import type { HallState } from './state.ts'

const mostEnded = 50

export function handoutAsked(state: HallState, event: EventOf<'handoutAsked'>, atMs: number): HallState {
  const { handoutId, n, takenAt, language, handout } = event
  const owed = [...state.handouts.owed, { handoutId, takenAt, askedAtMs: atMs, language, handout }]
  return { ...state, handouts: { ...state.handouts, issued: n, owed } }
}

export function handoutEnded(
  state: HallState,
  { handoutId, outcome, why }: EventOf<'handoutEnded'>,
): HallState {
  const { owed, ended } = state.handouts
  const gone = owed.find((each) => each.handoutId === handoutId)
  if (!gone) return state
  return {
    ...state,
    handouts: {
      ...state.handouts,
      owed: owed.filter((each) => each !== gone),
      ended: [...ended, { handoutId, takenAt: gone.takenAt, outcome, why }].slice(-mostEnded),
    },
  }
}
