import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Hall } from './hall.ts'
import { ordinaryRank } from './lane.ts'
import type { OfflineEntry } from './offline-entry.ts'
import { offlineNumberOf } from './offline-number.ts'
import { placeAt } from './place.ts'
import type { Reason } from './refused.ts'
import { get } from './sorted.ts'
import { type HallState, type Ticket, ticketOf } from './state.ts'
import { nameOf } from './who.ts'

/** Clocks further apart than this are not believed: a place is then kept between two instants the hub knows. */
const mostDriftMs = 2 * 60_000

/**
 * A kiosk hands over the numbers it gave while the hub was away. Each comes in once, by its true issue time; one
 * that cannot come in is kept and told, never lost; one of a day that is over is on record as expired.
 */
export function mergeOffline(
  hall: Hall,
  state: HallState,
  command: CommandOf<'mergeOffline'>,
  asked: Asked,
): Event[] {
  const events: Event[] = []
  const came = new Map<string, string>()
  let { issued } = state
  const past = new Map<string, number>()
  for (const entry of command.entries) {
    if (isKnown(state, asked, entry)) continue
    const kept = keptBecause(hall, state, command.letter, asked, entry, came)
    if (kept) {
      events.push(...told(state, entry, kept))
      continue
    }
    came.set(entry.number, entry.localId)
    const first = firstOf(state, asked, entry)
    if (first?.is === 'ghost') events.push({ type: 'ticketVoided', ticketId: first.ticketId })
    if (entry.day === state.day) {
      issued += 1
      events.push(...taken(hall, state, command, asked, entry, issued, first?.is === 'printed'))
    } else {
      const n = (past.get(entry.day) ?? issuedOn(state, asked, entry.day)) + 1
      past.set(entry.day, n)
      events.push(expired(asked, entry, n))
    }
  }
  return events
}

/** Those of a batch that are not on record after it, and why: a kiosk keeps them. */
export function stillKept(
  state: HallState,
  entries: readonly OfflineEntry[],
  asked: Asked,
): { localId: string; why: Reason }[] {
  return entries
    .filter((entry) => !isKnown(state, asked, entry))
    .map(({ localId }) => ({
      localId,
      why: state.offline.kept.find((each) => each.localId === localId)?.why ?? 'invalid',
    }))
}

/** Its clock and the hub's have come apart since, or its own tale cannot be. */
const isDrifted = (
  entry: Pick<OfflineEntry, 'offsetMs' | 'takenAtMs' | 'heardAtMs'>,
  offsetMs: number,
  nowMs: number,
): boolean =>
  Math.abs(offsetMs - entry.offsetMs) > mostDriftMs ||
  entry.takenAtMs > nowMs + mostDriftMs ||
  entry.takenAtMs < entry.heardAtMs - mostDriftMs

function isKnown({ offline }: HallState, { offline: records }: Asked, { localId, number }: OfflineEntry) {
  return (
    get(offline.numbers, number) === localId ||
    offline.expired.some((each) => each.localId === localId) ||
    (records?.known.includes(localId) ?? false)
  )
}

function keptBecause(
  hall: Hall,
  state: HallState,
  letter: string,
  { by, atMs }: Asked,
  entry: OfflineEntry,
  came: ReadonlyMap<string, string>,
): Reason | undefined {
  const number = offlineNumberOf(entry.number)
  if (number?.letter !== letter) return 'invalid'
  if (state.day === null || entry.day > state.day) return 'clockWrong'
  if (entry.day < state.day) return undefined
  if (entry.heardAtMs > atMs + mostDriftMs) return 'clockWrong'
  const given = Object.entries(hall.offlineLetters).find(([, each]) => each === letter)
  if (given && 'stationId' in by && given[0] !== by.stationId) return 'letterTaken'
  if (hall.services.some(({ prefix }) => prefix === number.series)) return 'letterTaken'
  if (get(state.offline.numbers, entry.number) !== undefined || came.has(entry.number)) return 'letterTaken'
  if (!hall.services.some(({ id }) => id === entry.serviceId)) return 'unknownService'
  return undefined
}

/** Other kiosks may have handed over tickets of that day in the same commit. */
function issuedOn({ offline }: HallState, { offline: records }: Asked, day: string): number {
  const listed = offline.expired.filter((each) => each.day === day).map(({ n }) => n)
  return Math.max(records?.issued[day] ?? 0, ...listed)
}

/** Told once for each reason; the kiosk asks again whenever it comes back. */
function told({ offline }: HallState, { localId, number, serviceId, takenAtMs }: OfflineEntry, why: Reason) {
  const known = offline.kept.some((each) => each.localId === localId && each.why === why)
  const kept: Event = { type: 'offlineKept', localId, number, serviceId, takenAtMs, why }
  return known ? [] : [kept]
}

/**
 * The ticket made by the command nobody answered. A ghost has no paper and no owner, and goes. Where its paper
 * did come out the citizen holds it, and the number given afterwards is void: one citizen, one ticket.
 */
function firstOf(
  state: HallState,
  { offline }: Asked,
  { insteadOf }: OfflineEntry,
): { is: 'ghost'; ticketId: string } | { is: 'printed' } | undefined {
  const ticketId = insteadOf && offline?.answered[insteadOf]
  const ticket = ticketId ? ticketOf(state, ticketId) : undefined
  if (!ticket) return undefined
  if (isGhost(ticket)) return { is: 'ghost', ticketId: ticket.id }
  return ticket.paper && ticket.status.at !== 'void' && ticket.status.at !== 'cancelled'
    ? { is: 'printed' }
    : undefined
}

const isGhost = ({ status, paper }: Ticket): boolean =>
  status.at === 'issuing' || (status.at === 'waiting' && !paper)

/** What is not published any more is left out. */
function itemsOf({ items }: Hall, { itemIds = [] }: OfflineEntry): { itemIds?: string[] } {
  const known = [...new Set(itemIds)].filter((each) => items.byId.has(each))
  return known.length > 0 ? { itemIds: known } : {}
}

/** A class withdrawn meanwhile was in force when the number was given. */
const rankOf = ({ policy }: Hall, { priority }: OfflineEntry): number =>
  priority ? (policy.priorityClasses.find(({ id }) => id === priority.classId)?.rank ?? 1) : ordinaryRank

function taken(
  hall: Hall,
  state: HallState,
  { letter, offsetMs }: CommandOf<'mergeOffline'>,
  { by, atMs }: Asked,
  entry: OfflineEntry,
  n: number,
  doubled: boolean,
): Event[] {
  const ticketId = `${state.day}-${n}`
  const { series, sequence } = offlineNumberOf(entry.number) ?? { series: letter, sequence: 0 }
  const drifted = isDrifted(entry, offsetMs, atMs)
  const earliestMs = drifted ? Math.min(entry.heardAtMs, atMs) : 0
  const takenAtMs = Math.max(earliestMs, Math.min(entry.takenAtMs, atMs))
  const { localId, number, serviceId, secret, slip, why, fate, language } = entry
  const paper = slip !== 'none'
  const events: Event[] = [
    {
      type: 'ticketTaken',
      ticketId,
      n,
      number,
      prefix: series,
      sequence,
      serviceId,
      paper,
      takenAt: nameOf(by),
      secret,
      priority: entry.priority ?? null,
      rank: rankOf(hall, entry),
      appointment: null,
      ...(entry.identity && { identity: entry.identity }),
      language,
      needs: entry.needs,
      ...itemsOf(hall, entry),
      place: placeAt(takenAtMs, n),
      offline: { localId, letter, takenAtMs, saidAtMs: entry.takenAtMs, drifted },
    },
  ]
  if (slip === 'failed' || slip === 'unknown')
    events.push({ type: 'slipFailed', ticketId, outcome: slip, why, confirmByMs: atMs })
  if (fate === 'void' || doubled) events.push({ type: 'ticketVoided', ticketId })
  else if (fate === 'cancelled') events.push({ type: 'ticketCancelled', ticketId })
  else if (slip === 'printed') events.push({ type: 'slipPrinted', ticketId })
  else if (paper) events.push({ type: 'numberConfirmed', ticketId })
  return events
}

function expired({ by }: Asked, entry: OfflineEntry, n: number): Event {
  const { localId, day, number, serviceId, takenAtMs, secret, fate } = entry
  return {
    type: 'offlineExpired',
    ticketId: `${day}-${n}`,
    n,
    localId,
    day,
    number,
    serviceId,
    takenAtMs,
    takenAt: nameOf(by),
    secret,
    fate,
  }
}
