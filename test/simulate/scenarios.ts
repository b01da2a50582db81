import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import type { VirtualHall } from '../floor/virtual-hall.ts'
import type { Habits } from '../people/habits.ts'

export const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Wednesday 2026-03-11, 08:20 in Shanghai. */
export const beginsMs = Date.UTC(2026, 2, 11, 0, 20)
/** An instant of that day on the hall's clock. */
export const at = (hour: number, minute = 0): number =>
  beginsMs + (hour - 8) * hourMs + (minute - 20) * minuteMs

/** A kind of day: who comes when and for what, how the hall is set up for it, and what goes wrong in it. */
export interface Scenario {
  about: string
  citizens: number
  counters: number
  arrivalMs(random: () => number): number
  setUp?(hall: HallSetUp): HallSetUp
  /** What differs from everyday people. */
  habits?(random: () => number): Partial<Habits>
  /** Counters whose clerk does not come. */
  absent?: readonly string[]
  /** What happens to the hall by itself. */
  happens?(hall: VirtualHall): readonly { atMs: number; act: () => Promise<void> }[]
}

/** Most come in the morning, with a rush just after opening; some right after lunch. */
function everyday(random: () => number): number {
  const part = random()
  if (part < 0.25) return at(8, 30) + Math.round(random() * hourMs)
  if (part < 0.62) return at(9, 30) + Math.round(random() * 2.4 * hourMs)
  return at(13, 30) + Math.round(random() * 3.5 * hourMs)
}

/** After a weekend half of the day's citizens stand before the door. */
function rush(random: () => number): number {
  return random() < 0.5 ? at(8, 30) + Math.round(random() * random() * 90 * minuteMs) : everyday(random)
}

/** A slot of half an hour somewhere in the day; who has one comes up to ten minutes early or late. */
function slotFor(random: () => number, nowMs: number): { fromMs: number; toMs: number } {
  const slotMs = 30 * minuteMs
  const fromMs = Math.floor((nowMs + (random() * 20 - 10) * minuteMs) / slotMs) * slotMs
  return { fromMs, toMs: fromMs + slotMs }
}

const size = { citizens: 240, counters: 8 }

export const scenarios = {
  everyday: { about: 'an everyday day', citizens: 800, counters: 8, arrivalMs: everyday },
  'monday-rush': { about: 'half of them come in the first ninety minutes', ...size, arrivalMs: rush },
  appointments: {
    about: 'every third has an appointment, and comes a little early or late',
    ...size,
    arrivalMs: everyday,
    habits: (random) => ({
      appointment: (nowMs) => (random() < 0.34 ? slotFor(random, nowMs) : null),
    }),
  },
  'priority-heavy': {
    about: 'two in five are of a priority class, of two ranks, and nobody may be passed more than six times',
    ...size,
    arrivalMs: rush,
    setUp: (hall) => ({
      ...hall,
      policy: {
        ...hall.policy,
        mostPassed: 6,
        priorityClasses: hall.policy.priorityClasses.map((each, i) => ({ ...each, rank: i === 0 ? 1 : 2 })),
      },
    }),
    habits: (random) => ({
      priority: (classIds) =>
        random() < 0.4 ? (classIds[Math.floor(random() * classIds.length)] ?? null) : null,
    }),
  },
  'one-clerk-short': {
    about: 'the clerk of counter 3 stays away; a counter in reserve and one that helps out take over',
    ...size,
    arrivalMs: everyday,
    absent: ['c3'],
    setUp: (hall) => ({
      ...hall,
      counters: hall.counters.map((counter) => {
        if (counter.id === 'c4')
          return {
            ...counter,
            serviceIds: [...counter.serviceIds, 'medical'],
            terms: [{ serviceId: 'medical', weight: 1, afterMinutes: 5 }],
          }
        return counter
      }),
    }),
  },
  'printer-jams': {
    about:
      'one kiosk runs out of paper, one is silent, one jams in the cutter; some citizens write the number down',
    ...size,
    arrivalMs: everyday,
    habits: (random) => ({ writesDown: () => random() < 0.7 }),
    happens: ({ devices, kiosks }) => {
      const printer = (i: number) => devices.printers.get(kiosks[i % kiosks.length]?.id ?? '')
      const breaks = (i: number, fault: 'paperOut' | 'silent' | 'cutter', from: number, to: number) => [
        { atMs: from, act: async () => void (await printer(i)?.faults.set(fault, true)) },
        { atMs: to, act: async () => void (await printer(i)?.faults.set(fault, false)) },
      ]
      return [
        ...breaks(0, 'paperOut', at(9, 10), at(9, 40)),
        ...breaks(1, 'silent', at(10, 30), at(10, 50)),
        ...breaks(0, 'cutter', at(14, 0), at(14, 20)),
      ]
    },
  },
  'joint-journeys': {
    about: 'every fourth walks several services under one number',
    ...size,
    arrivalMs: everyday,
    setUp: (hall) => ({
      ...hall,
      journeys: [
        {
          id: 'newborn',
          name: '新生儿出生一件事',
          nameEn: 'A child is born',
          prefix: 'N',
          stages: [['household'], ['social', 'medical']],
          open: true,
        },
        {
          id: 'startUp',
          name: '企业开办一件事',
          nameEn: 'Starting a company',
          prefix: 'Q',
          stages: [['company'], ['social']],
          open: true,
        },
      ],
    }),
    habits: (random) => ({
      wish: (serviceId) => {
        const roll = random()
        return roll < 0.15 ? 'newborn' : roll < 0.25 ? 'startUp' : serviceId
      },
    }),
  },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

export const isScenario = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name)
