import * as z from 'zod'
import { noWaits, type Waits } from '../estimate/waits.ts'
import type { Hall } from '../queue/hall.ts'
import { id } from '../queue/plain-text.ts'
import type { HallState } from '../queue/state.ts'
import type { Who } from '../queue/who.ts'
import { type BoardView, boardView } from './board.ts'
import { type CounterView, counterView } from './counter.ts'
import { type EvaluatorView, evaluatorView } from './evaluator.ts'
import { type KioskNow, type KioskView, kioskView } from './kiosk.ts'
import { type OfflineView, offlineView } from './offline.ts'
import { type PhoneView, phoneView } from './phone.ts'
import { type TodayView, todayView } from './today.ts'
import { type WindowView, windowView } from './window.ts'

/** What can be watched. A kiosk, a window station and a phone need no more words: the handshake says which one it is. */
export const ViewAsk = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('kiosk') }),
  z.strictObject({ view: z.literal('window') }),
  z.strictObject({ view: z.literal('phone') }),
  z.strictObject({ view: z.literal('board'), zoneId: z.union([id, z.literal('')]).default('') }),
  z.strictObject({ view: z.literal('counter'), counterId: id }),
  z.strictObject({ view: z.literal('evaluator'), counterId: id }),
  z.strictObject({ view: z.literal('today') }),
  z.strictObject({ view: z.literal('offline') }),
])
export type ViewAsk = z.infer<typeof ViewAsk>

export type View =
  | KioskView
  | WindowView
  | PhoneView
  | BoardView
  | CounterView
  | EvaluatorView
  | TodayView
  | OfflineView
export type ViewOf<Name extends View['view']> = Extract<View, { view: Name }>

/** May this one watch this? A view is also the privacy filter, so the answer is strict. */
export function mayWatch(ask: ViewAsk, who: Who): boolean {
  switch (ask.view) {
    case 'kiosk':
    case 'offline':
      return who.as === 'kiosk'
    case 'window':
      return who.as === 'window'
    case 'phone':
      return who.as === 'phone'
    case 'board':
      return who.as !== 'phone'
    case 'counter':
      return worksCounters(who) || (who.as === 'program' && who.may.includes('call'))
    case 'evaluator':
      return (
        (who.as === 'evaluator' && who.counterId === ask.counterId) ||
        (who.as === 'window' && who.counterIds.includes(ask.counterId))
      )
    case 'today':
      return who.as === 'staff'
  }
}

/** The one view with what citizens told the hall is for those who serve them and those who answer for it. */
const worksCounters = (who: Who): boolean =>
  who.as === 'staff' && (who.roles.includes('clerk') || who.roles.includes('supervisor'))

/** Watchers with the same key see the same view, so it is made and encoded once for all of them. */
export function keyOf(ask: ViewAsk, who: Who): string {
  switch (ask.view) {
    case 'kiosk':
    case 'window':
    case 'offline':
      return 'stationId' in who ? `${ask.view}:${who.stationId}` : ask.view
    case 'phone':
      return who.as === 'phone' ? `phone:${who.ticketId}` : 'phone'
    case 'board':
      return `board:${ask.zoneId}`
    case 'counter':
    case 'evaluator':
      return `${ask.view}:${ask.counterId}`
    case 'today':
      return 'today'
  }
}

/** What this watcher may see of the hall now; null when there is no such counter or ticket. */
export function view(
  hall: Hall,
  state: HallState,
  ask: ViewAsk,
  who: Who,
  nowMs: number,
  /** What stands outside the journal: how the hall's kiosks are now. */
  kiosks: readonly KioskNow[] = [],
  /** And the estimates as last made. */
  waits: Waits = noWaits,
): View | null {
  switch (ask.view) {
    case 'kiosk':
      return kioskView(hall, state, who, nowMs, kiosks, waits)
    case 'window':
      return windowView(hall, state, who.as === 'window' ? who.counterIds : [])
    case 'phone':
      return who.as === 'phone' ? phoneView(hall, state, who.ticketId, waits) : null
    case 'board':
      return boardView(hall, state, ask.zoneId, waits)
    case 'counter':
      return counterView(hall, state, ask.counterId)
    case 'evaluator':
      return evaluatorView(hall, state, ask.counterId)
    case 'today':
      return todayView(hall, state, waits)
    case 'offline':
      return offlineView(hall, state, who)
  }
}
