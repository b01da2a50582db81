import type { CounterSeen, Moment } from '@jiaohao/core/contract/replay.ts'

/** The hall at one instant of the day seen again. */
export interface Picture {
  waiting: Readonly<Record<string, number>>
  counters: Readonly<Record<string, CounterSeen>>
  finished: number
  /** The newest calls, newest first. */
  calls: readonly { atMs: number; number: string; counterId: string; again: boolean }[]
}

const callsShown = 8

/** Goes to any instant of a day: forwards from where it is, backwards from the day's beginning. */
export function openPictures(moments: readonly Moment[]) {
  let next = 0
  let waiting: Record<string, number> = {}
  let counters: Record<string, CounterSeen> = {}
  let finished = 0
  let calls: Picture['calls'][number][] = []

  return {
    at: (atMs: number): Picture => {
      const last = moments[next - 1]
      if (last && last.atMs > atMs) {
        next = 0
        waiting = {}
        counters = {}
        finished = 0
        calls = []
      }
      for (let moment = moments[next]; moment && moment.atMs <= atMs; moment = moments[++next]) {
        Object.assign(waiting, moment.waiting)
        for (const seen of moment.counters ?? []) counters[seen.counterId] = seen
        if (moment.call) calls = [{ atMs: moment.atMs, ...moment.call }, ...calls].slice(0, callsShown)
        finished = moment.finished ?? finished
      }
      return { waiting: { ...waiting }, counters: { ...counters }, finished, calls }
    },
  }
}
