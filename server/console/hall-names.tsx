import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import { createContext, useContext } from 'react'

interface HallNow {
  version: number
  hall: HallSetUp
}

const HallContext = createContext<HallNow | null>(null)

/** Gives every page the hall as set up: names for ids, and its time zone. */
export const HallProvider = HallContext.Provider

export function useHall(): HallNow {
  const hall = useContext(HallContext)
  if (!hall) throw new Error('useHall needs a HallProvider above it')
  return hall
}

/** Names for ids; an id no longer set up names itself. */
export function useNames() {
  const { hall } = useHall()
  return {
    service: (id: string) => hall.services.find((each) => each.id === id)?.name ?? id,
    counterNo: (id: string) => hall.counters.find((each) => each.id === id)?.no ?? id,
    zone: (id: string) => hall.zones.find((each) => each.id === id)?.name ?? id,
  }
}

/** Instants on the hall's own clock. */
export function useHallClock() {
  const { timeZone } = useHall().hall
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const seconds = new Intl.DateTimeFormat('en-GB', { timeZone, second: '2-digit' })
  return {
    day: (atMs: number) => day.format(atMs),
    minute: (atMs: number) => timeOfDay(atMs, timeZone),
    second: (atMs: number) => `${timeOfDay(atMs, timeZone)}:${seconds.format(atMs).padStart(2, '0')}`,
    dayAndMinute: (atMs: number) => `${day.format(atMs)} ${timeOfDay(atMs, timeZone)}`,
  }
}
