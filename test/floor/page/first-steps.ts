import type { Floor, FloorCounter } from '../contract.ts'

/** What a newcomer does once to see how the hall works. */
export const steps = ['take', 'call', 'rate'] as const
export type Step = (typeof steps)[number]

/** What is ringed for the newcomer to press next. */
export type Target =
  | { step: 'take' }
  | { step: 'call'; counterId: string; control: 'clerk' | 'callNext' }
  | { step: 'rate'; counterId: string; control: 'requestRating' | 'faces' }

/** The one thing to press next, null when every step was done; `mine` is the counter the newcomer called at. */
export function nextTarget(
  { counters }: Pick<Floor, 'counters'>,
  done: readonly Step[],
  mine: string | null,
): Target | null {
  const step = steps.find((each) => !done.includes(each))
  switch (step) {
    case undefined:
      return null
    case 'take':
      return { step }
    case 'call':
      return callAt(counters)
    case 'rate':
      return rateAt(counters, mine) ?? callAt(counters)
  }
}

function callAt(counters: readonly FloorCounter[]): Target | null {
  const free = counters.filter(({ state }) => state === 'idle')
  const counter = free.find(({ waiting }) => waiting > 0) ?? free[0]
  if (counter) return { step: 'call', counterId: counter.counterId, control: 'callNext' }
  const closed = counters.find(({ state }) => state === 'closed')
  return closed ? { step: 'call', counterId: closed.counterId, control: 'clerk' } : null
}

function rateAt(counters: readonly FloorCounter[], mine: string | null): Target | null {
  const own = counters.filter(({ counterId }) => counterId === mine)
  for (const among of [own, counters]) {
    const asking = among.find((counter) => counter.asking)
    if (asking) return { step: 'rate', counterId: asking.counterId, control: 'faces' }
    const busy =
      among.find(({ state }) => state === 'serving') ?? among.find(({ state }) => state === 'calling')
    if (busy) return { step: 'rate', counterId: busy.counterId, control: 'requestRating' }
  }
  return null
}
