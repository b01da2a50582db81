import type { Clock } from '@jiaohao/core/clock.ts'
import { bookingShown } from '@jiaohao/core/queue/book.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { HallState } from '@jiaohao/core/queue/state.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'

/** What somebody shows of a booking. */
type Shown = { code: string; secret?: string | undefined }

/** Nobody finds a booking by trying codes: after so many wrong ones this asker waits (rules §5). */
export interface WrongCodes {
  /** False while this asker is locked; whoever holds the secret of the QR code is let through even then. */
  mayTry(asker: string, shown: Shown, state: HallState): boolean
  /** A wrong code; so many are too many. */
  wrong(asker: string, most: number): void
}

const lockedMs = 15 * 60_000
const mostAskers = 10_000

/** For an address; a station or program, behind which many people stand, may be wrong more often. */
export const mostWrong = { address: 5, station: 30 } as const

/** Kept in memory: a restart forgives, as slowly as a restart is. */
export function openWrongCodes(clock: Clock): WrongCodes {
  const tries = new Map<string, { count: number; untilMs: number; locked: boolean }>()

  return {
    mayTry: (asker, shown, state) => {
      const tried = tries.get(asker)
      if (!tried?.locked) return true
      if (tried.untilMs <= clock.now()) {
        tries.delete(asker)
        return true
      }
      return shown.secret !== undefined && bookingShown(state, shown) !== undefined
    },
    wrong: (asker, most) => {
      const nowMs = clock.now()
      const before = tries.get(asker)
      const count = before && before.untilMs > nowMs ? before.count + 1 : 1
      tries.delete(asker)
      tries.set(asker, { count, untilMs: nowMs + lockedMs, locked: count >= most })
      for (const oldest of tries.keys()) {
        if (tries.size <= mostAskers) break
        tries.delete(oldest)
      }
    },
  }
}

/** The booking a command names by its code, and who is to be locked when it is wrong; null for staff, who see them all. */
export function codeTried(command: Command, who: Who): { asker: string; shown: Shown } | null {
  if (who.as === 'staff' || who.as === 'public') return null
  const shown =
    command.command === 'checkIn'
      ? command.by
      : command.command === 'changeAppointment' || command.command === 'cancelAppointment'
        ? command
        : null
  return shown && 'code' in shown ? { asker: nameOf(who), shown } : null
}
