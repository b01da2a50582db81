import type { EventOf } from './event.ts'
import { get, put, remove } from './sorted.ts'
import { type HallState, mostKioskSlips, noneTaken, type Ticket } from './state.ts'

/** A number was taken: what quotas, the holder's other numbers and the kiosk's haste are judged by. */
export function admitted(state: HallState, event: EventOf<'ticketTaken'>, atMs: number): HallState {
  const { n, serviceId, appointment, identity, paper, takenAt, offline } = event
  const taken = put(state.taken[serviceId] ?? noneTaken, { atMs, n }, null)
  const held = identity && (get(state.holders, identity.hash) ?? [])
  const slips = state.kioskSlipsMs[takenAt] ?? []
  return {
    ...state,
    taken: appointment ? state.taken : { ...state.taken, [serviceId]: taken },
    holders: held ? put(state.holders, identity.hash, [...held, n]) : state.holders,
    kioskSlipsMs:
      paper && !offline && takenAt.startsWith('kiosk:')
        ? { ...state.kioskSlipsMs, [takenAt]: [...slips, atMs].slice(-mostKioskSlips) }
        : state.kioskSlipsMs,
  }
}

/** The number is void or was given back before it was used: somebody else may have its place in the quota. */
export function givenBack(state: HallState, { n, issuedAtMs, legs }: Ticket): HallState {
  const serviceId = legs[0]?.serviceId ?? ''
  const taken = state.taken[serviceId]
  return taken
    ? { ...state, taken: { ...state.taken, [serviceId]: remove(taken, { atMs: issuedAtMs, n }) } }
    : state
}
