import { lognormalMs, oneOf } from './chance.ts'

/** How the people of a simulated hall behave; every choice is drawn from one seeded stream. */
export interface Habits {
  serviceMs(serviceId: string): number
  walkMs(): number
  /** Called, but nobody comes. */
  isGone(): boolean
  rates(): { level: 1 | 2 | 3 | 4 | 5; afterMs: number } | null
  service(): string
  /** What a citizen who needs this service really comes for: it, or a journey. */
  wish(serviceId: string): string
  /** The class a citizen is of, among those the hall has published; null for everybody else. */
  priority(classIds: readonly string[]): string | null
  appointment(nowMs: number): { fromMs: number; toMs: number } | null
  /** No slip came: does the citizen note the number and confirm it, or leave? */
  writesDown(): boolean
  /** What the clerk does after the citizen has left. */
  pauseMs(): number
}

const medianMinutes: Record<string, number> = {
  social: 2.6,
  medical: 2.2,
  company: 5,
  household: 3,
  realEstate: 4.5,
  general: 1.5,
}

const demand = [
  ['social', 28],
  ['medical', 22],
  ['company', 8],
  ['household', 20],
  ['realEstate', 10],
  ['general', 12],
] as const

const marks = [
  [5, 62],
  [4, 24],
  [3, 9],
  [2, 4],
  [1, 1],
] as const

export function habits(random: () => number): Habits {
  return {
    serviceMs: (serviceId) => lognormalMs(random, (medianMinutes[serviceId] ?? 4) * 60_000, 0.5),
    walkMs: () => 8_000 + Math.round(random() * 25_000),
    isGone: () => random() < 0.05,
    rates: () =>
      random() < 0.6 ? { level: oneOf(random, marks), afterMs: 3_000 + Math.round(random() * 20_000) } : null,
    service: () => oneOf(random, demand),
    wish: (serviceId) => serviceId,
    priority: (classIds) => (random() < 0.08 && classIds.includes('elderly') ? 'elderly' : null),
    appointment: () => null,
    writesDown: () => false,
    pauseMs: () => 3_000 + Math.round(random() * 12_000),
  }
}
