import type { Leg } from './state.ts'

/** A leg to which nothing has happened yet. */
export function newLeg(from: Pick<Leg, 'serviceId' | 'target' | 'place' | 'comeBackTo'>): Leg {
  return {
    serviceId: from.serviceId,
    target: from.target,
    place: from.place,
    joined: null,
    comeBackTo: from.comeBackTo,
    queuedAtMs: null,
    firstCalledAtMs: null,
    lastCalledAtMs: null,
    calls: 0,
    countedCalls: 0,
    lastCountedAtMs: null,
    why: null,
    counterId: null,
    staffId: null,
    startedAtMs: null,
    holds: [],
    misses: 0,
    returns: 0,
    endedAtMs: null,
    ended: null,
    rating: { is: 'none' },
  }
}
