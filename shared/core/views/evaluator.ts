import type { Hall } from '../queue/hall.ts'
import type { HallState } from '../queue/state.ts'
import { faceOf, type HallFace } from './parts.ts'
import { type CounterSign, signOf } from './window.ts'

/** The evaluator 评价器 of one counter: who sits there, and which leg it asks about now, if any. */
export interface EvaluatorView {
  view: 'evaluator'
  hall: HallFace
  sign: CounterSign
}

export function evaluatorView(hall: Hall, state: HallState, counterId: string): EvaluatorView | null {
  const counter = hall.counters.find((each) => each.id === counterId)
  return counter ? { view: 'evaluator', hall: faceOf(hall, state), sign: signOf(hall, state, counter) } : null
}
