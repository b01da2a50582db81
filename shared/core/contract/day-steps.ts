import * as z from 'zod'
import { timeOfDay } from '../queue/day.ts'

/** From this time of the hall's day on, `08:00`. */
export const stepFrom = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const mostSteps = 12

/** The step in force at an instant; before the day's first step yesterday's last one still holds. */
export function stepAt<Step extends { from: string }>(
  steps: readonly Step[],
  atMs: number,
  timeZone: string,
): Step | undefined {
  const time = timeOfDay(atMs, timeZone)
  const inOrder = steps.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.findLast((step) => step.from <= time) ?? inOrder.at(-1)
}

/** Steps that begin when another does, each but the first by its place in the list. */
export function stepsTwice(steps: readonly { from: string }[]): number[] {
  return steps.flatMap(({ from }, at) => (steps.findIndex((each) => each.from === from) === at ? [] : [at]))
}
