import type { Reason, Refused } from '@jiaohao/core/queue/refused.ts'
import type { KioskView, TakenHere } from '@jiaohao/core/views/kiosk.ts'
import type { Choosable } from './guide/chosen.ts'

/** Where a citizen stands at the kiosk: two taps from `choose` to `number`. */
export type Step =
  | { is: 'choose' }
  | { is: 'guide' }
  | { is: 'checkIn'; asking: boolean; refused: Refused | null }
  /** `chosen`: what the citizen has come for, as the guide knows it. */
  | { is: 'sheet'; serviceId: string; chosen: readonly Choosable[]; asking: boolean; refused: Reason | null }
  /** `hand`: how the citizen is to carry the number away. */
  | {
      is: 'number'
      ticketId: string
      number: string
      hand: 'paper' | 'screen'
      /** Checked in too late for the slot, checked in before, or this person's number of before. */
      told?: 'late' | 'again' | 'held'
    }

/** What has become of a number just taken. */
export type Phase = 'printing' | 'reprinting' | 'take' | 'remember' | 'confirm' | 'void'

export function phaseOf(
  view: Pick<KioskView, 'toPrint'>,
  taken: TakenHere | undefined,
  hand: 'paper' | 'screen',
): Phase {
  if (!taken) return hand === 'paper' ? 'printing' : 'remember'
  switch (taken.slip) {
    case 'underWay':
      return 'printing'
    case 'void':
      return 'void'
    case 'settled':
      if (view.toPrint.some((job) => job.ticketId === taken.ticketId)) return 'reprinting'
      return hand === 'paper' ? 'take' : 'remember'
    default:
      return view.toPrint.some((job) => job.ticketId === taken.ticketId) ? 'reprinting' : 'confirm'
  }
}

/** A number without paper that nobody has confirmed: it stands on the screen again after a restart. */
export const unconfirmed = (view: KioskView, nowMs: number): TakenHere | undefined =>
  view.taken.find(({ confirmByMs }) => confirmByMs !== null && confirmByMs > nowMs)
