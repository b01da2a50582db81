import * as z from 'zod'
import { Command } from '../queue/command.ts'
import { id } from '../queue/plain-text.ts'
import type { Reason, Refused } from '../queue/refused.ts'
import type { PublicCall } from '../views/board.ts'
import { type View, ViewAsk } from '../views/view.ts'
import type { StandingAlarm } from './alarms.ts'
import type { DeviceTestAsk, Inspected, Screenshot, Tested } from './inspection.ts'
import type { Presented } from './presented.ts'
import type { Device, DeviceReport, SpeechWord } from './station.ts'

/** Raised whenever either map changes so that old and new must not talk; a stale peer is told so at once. */
export const protocol = 1

/**
 * What a socket brings to its handshake (`auth`). Staff bring nothing: their session cookie comes with the
 * request. A page served by its own station brings nothing either: the station holds the key.
 */
export const Handshake = z.object({
  protocol: z.literal(protocol),
  /** The key a station or browser got when it was paired. */
  key: z.string().max(200).optional(),
  /** A citizen's phone: ticket id and secret from the slip's QR code. */
  ticket: z.strictObject({ ticketId: z.string().max(40), secret: z.string().max(100) }).optional(),
})
export type Handshake = z.infer<typeof Handshake>

/** `since` is the last seq this watcher has: calls made after it are told again, so none is lost. */
export const Watch = z.strictObject({ ask: ViewAsk, since: z.int().min(0).optional() })
export type Watch = z.infer<typeof Watch>

/** A command with its id: the same id always gets the first answer, so it may be sent until one comes. */
export const Sent = z.strictObject({ id, command: Command })
export type Sent = z.infer<typeof Sent>

/** What a watcher holds: the view as of `seq`, and the calls since the seq it named, oldest first. */
export interface Snapshot {
  key: string
  seq: number
  nowMs: number
  view: View
  calls: PublicCall[]
}

/** A change: the whole view anew, and the calls this change brought (speakers follow these, screens the view). */
export interface Update {
  key: string
  seq: number
  view: View
  calls: PublicCall[]
}

/** Done: on disk, at `seq`. A number taken or called, a booking made, or a paper asked for, is named; numbers that could not come in are told with why. */
export interface Done {
  done: {
    seq: number
    ticketId?: string
    number?: string
    handoutId?: string
    kept?: { localId: string; why: Reason }[]
    appointment?: { code: string; secret: string }
    /** A check-in after the grace: the place is that of the check-in. */
    late?: true
    /** Checked in before: this is the number it gave then. */
    again?: true
  }
}

/** Wrong shape at the edge: where and why, for programmers. */
export interface Invalid extends Refused {
  refused: 'invalid'
  problems: { path: string; problem: string }[]
}

export type Answer = Done | Refused | Invalid

/** Who the hub takes this socket for: shown by pages, never trusted from them. */
export interface Here {
  /** Set-up of the station behind this socket; null for staff and phones. */
  station: { id: string; name: string; kind: StationKind; counterIds: string[]; zoneId: string } | null
  devices: Device[]
  nowMs: number
  /** Only to a kiosk with a card reader, whose station keeps it from its page: what card numbers are hashed under. */
  cardSecret?: string
}

export type StationKind = 'kiosk' | 'window' | 'evaluator' | 'display' | 'program'

/** What a page's own station knows without the hub: is the hub there, and how are the devices. */
export interface Local {
  hub: { is: 'online' } | { is: 'away'; sinceMs: number }
  devices: DeviceReport[]
}

export interface ToServer {
  watch(watch: Watch, reply: (answer: Snapshot | Refused | Invalid) => void): void
  unwatch(key: string): void
  command(sent: Sent, reply: (answer: Answer) => void): void
  /** A station reports its devices, on every change. */
  devices(reports: DeviceReport[]): void
  /** Not kept: what was said is on record by `reportSpoken`. */
  speech(word: SpeechWord): void
  here(reply: (here: Here) => void): void
}

export interface ToClient {
  update(update: Update): void
  /** The set-up of this station has changed: ask `here` again. */
  setUp(): void
  /** To staff: what is wrong in the hall now, on connecting and on every change. */
  alarms(standing: StandingAlarm[]): void
  /** To a station: one of its devices from the inside. */
  inspect(deviceId: string, reply: (inspected: Inspected) => void): void
  /** To a station: how its own page looks on the glass. */
  screenshot(reply: (shot: Screenshot | Refused) => void): void
  /** To a station: try one of its devices. */
  testDevice(ask: DeviceTestAsk, reply: (tested: Tested) => void): void
  /** Only from a page's own station. */
  local(local: Local): void
  /** Only from a kiosk's own station, once, to the page opened last: what a citizen has just held to it. */
  presented(what: Presented): void
  /** The other end will hang up, for good: another protocol, a withdrawn key, a closed session. */
  goodbye(reason: 'protocol' | 'keyWithdrawn' | 'signedOut'): void
}
