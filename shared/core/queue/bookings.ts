import type { Booked, EventOf } from './event.ts'
import { get, put, rank, remove, type Sorted, sizeOf, sorted, values } from './sorted.ts'

/** The bookings of today and later days, whatever has become of them today; persistent like the rest of the state. */
export interface Bookings {
  readonly all: Sorted<number, Booking>
  readonly byCode: Sorted<string, number>
  /** Those nobody has come for yet, by the end of their slots: what lapses first stands first. */
  readonly awaited: Sorted<Awaited, number>
  /** Those that take up a place, by service and slot. */
  readonly places: Sorted<SlotPlace, number>
  /** Those bound to a person, by their hash. */
  readonly ofPerson: Sorted<string, readonly number[]>
}

export interface Booking extends Booked {
  readonly status: BookingStatus
}

export type BookingStatus =
  | { readonly is: 'booked' }
  | { readonly is: 'checkedIn'; readonly ticketId: string; readonly late: boolean }
  | { readonly is: 'cancelled' }
  | { readonly is: 'lapsed' }

type Awaited = { readonly toMs: number; readonly n: number }
type SlotPlace = { readonly serviceId: string; readonly fromMs: number; readonly n: number }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const noBookings: Bookings = {
  all: sorted((a, b) => a - b),
  byCode: sorted(byText),
  awaited: sorted((a, b) => a.toMs - b.toMs || a.n - b.n),
  places: sorted((a, b) => byText(a.serviceId, b.serviceId) || a.fromMs - b.fromMs || a.n - b.n),
  ofPerson: sorted(byText),
}

/** A booking was made, or stood when the day opened. */
export function booked(bookings: Bookings, booking: Booked): Bookings {
  const { n, code, serviceId, slot, identity } = booking
  return {
    all: put(bookings.all, n, { ...booking, status: { is: 'booked' } }),
    byCode: put(bookings.byCode, code, n),
    awaited: put(bookings.awaited, { toMs: slot.toMs, n }, n),
    places: put(bookings.places, { serviceId, fromMs: slot.fromMs, n }, n),
    ofPerson: identity
      ? put(bookings.ofPerson, identity.hash, [...(get(bookings.ofPerson, identity.hash) ?? []), n])
      : bookings.ofPerson,
  }
}

export function rebooked(bookings: Bookings, event: EventOf<'appointmentChanged'>): Bookings {
  const before = get(bookings.all, event.appointment)
  if (!before) return bookings
  const { n, serviceId } = before
  const { day, slot } = event
  return {
    ...bookings,
    all: put(bookings.all, n, { ...before, day, slot }),
    awaited: put(remove(bookings.awaited, { toMs: before.slot.toMs, n }), { toMs: slot.toMs, n }, n),
    places: put(
      remove(bookings.places, { serviceId, fromMs: before.slot.fromMs, n }),
      { serviceId, fromMs: slot.fromMs, n },
      n,
    ),
  }
}

/** Somebody came, it was cancelled, or nobody came; only a cancelled one gives its place back. */
export function settledAs(bookings: Bookings, n: number, status: BookingStatus): Bookings {
  const booking = get(bookings.all, n)
  if (!booking) return bookings
  const { serviceId, slot } = booking
  return {
    ...bookings,
    all: put(bookings.all, n, { ...booking, status }),
    awaited: remove(bookings.awaited, { toMs: slot.toMs, n }),
    places:
      status.is === 'cancelled'
        ? remove(bookings.places, { serviceId, fromMs: slot.fromMs, n })
        : bookings.places,
  }
}

export function bookingOf(bookings: Bookings, code: string): Booking | undefined {
  const n = get(bookings.byCode, code)
  return n === undefined ? undefined : get(bookings.all, n)
}

/** A person's bookings, oldest first, whatever has become of them. */
export function bookingsOf(bookings: Bookings, hash: string): Booking[] {
  return bookingsIn(bookings, get(bookings.ofPerson, hash) ?? [])
}

/** Those nobody has come for yet, by the end of their slots. */
export const awaitedIn = (bookings: Bookings, limit?: number): Booking[] =>
  bookingsIn(bookings, values(bookings.awaited, limit))

const bookingsIn = (bookings: Bookings, ns: readonly number[]): Booking[] =>
  ns.map((n) => get(bookings.all, n)).filter((booking) => booking !== undefined)

/** How many places of this slot are taken. */
export function takenIn({ places }: Bookings, serviceId: string, fromMs: number): number {
  return rank(places, { serviceId, fromMs: fromMs + 1, n: 0 }) - rank(places, { serviceId, fromMs, n: 0 })
}

export const howMany = ({ all }: Bookings): number => sizeOf(all)
