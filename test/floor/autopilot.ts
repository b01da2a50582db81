import type { Clock } from '@jiaohao/core/clock.ts'
import { openAgenda } from '../people/agenda.ts'
import { chance } from '../people/chance.ts'
import { habits } from '../people/habits.ts'
import { type Acts, hallDay } from '../people/hall-day.ts'
import { demoHall } from './demo-hall.ts'
import { kioskIds } from './virtual-devices.ts'

/** Sends citizens and lets the clerks work, while a person looks on; what a person does by hand is respected. */
export interface Autopilot {
  state(): { on: boolean; citizensPerHour: number }
  set(on: boolean, citizensPerHour: number): void
  close(): void
}

/** Service in the demonstration goes this much faster than in a real hall, or nobody would stay to watch. */
const hurry = 8
/** A person at the page may do something else meanwhile, and then an act's effect never comes. */
const patienceMs = 5_000

export function openAutopilot(
  clock: Clock,
  acts: Acts,
  seed: number,
  onBroken: (problem: unknown) => void,
): Autopilot {
  const random = chance(seed)
  const usual = habits(random)
  const quick = {
    ...usual,
    serviceMs: (serviceId: string) => usual.serviceMs(serviceId) / hurry,
    walkMs: () => usual.walkMs() / 4,
  }
  const agenda = openAgenda()
  const counterIds = demoHall.counters.map(({ id }) => id)
  const day = hallDay({
    agenda,
    acts,
    habits: quick,
    nowMs: clock.now,
    counterIds,
    kiosks: kioskIds.length,
    classIds: ['elderly'],
  })
  let state = { on: false, citizensPerHour: 120 }
  let cancel = () => {}
  let cancelArrival = () => {}

  /** One act after another, each when its time has come. */
  function step(): void {
    const next = agenda.next()
    if (!next) {
      cancel = clock.after(500, step)
      return
    }
    cancel = clock.after(Math.max(0, next.atMs - clock.now()), () => {
      if (!state.on) return step()
      next.act().then(goOn, (problem: unknown) => {
        onBroken(problem)
        goOn()
      })
      const cancelPatience = clock.after(patienceMs, goOn)
      let gone = false
      function goOn(): void {
        cancelPatience()
        if (!gone) step()
        gone = true
      }
    })
  }

  function arrivals(): void {
    cancelArrival()
    if (!state.on || state.citizensPerHour === 0) return
    const meanMs = 3_600_000 / state.citizensPerHour
    cancelArrival = clock.after(-Math.log(1 - random()) * meanMs, () => {
      day.citizenComes().catch(onBroken)
      arrivals()
    })
  }

  step()
  return {
    state: () => state,
    set: (on, citizensPerHour) => {
      const begins = on && !state.on
      state = { on, citizensPerHour }
      if (begins) for (const id of counterIds) day.clerkSitsDown(id)
      if (!on) for (const id of counterIds) day.clerkLeaves(id)
      arrivals()
    },
    close: () => {
      cancel()
      cancelArrival()
    },
  }
}
