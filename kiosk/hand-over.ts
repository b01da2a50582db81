import type { Clock } from '@jiaohao/core/clock.ts'
import { mostEntriesAtOnce, type OfflineEntry } from '@jiaohao/core/queue/offline-entry.ts'
import { offlineNumberOf } from '@jiaohao/core/queue/offline-number.ts'
import type { HubLink } from '@jiaohao/station/hub-link.ts'
import type { OfflineLedger, OfflineTicket } from './offline-ledger.ts'

/** Gives the hub what this kiosk gave in its stead; what the hub will not have stays here, with its reason. */
export interface HandOver {
  /** Hands over whatever is settled and not with the hub yet. */
  run(): Promise<void>
  /** Does a number given here stand in the place of a command whose ticket the hub may still owe in paper? */
  mayDouble(): boolean
  close(): void
}

const againAfterMs = 5_000
const answerWithinMs = 20_000

export function openHandOver(open: {
  link: Pick<HubLink, 'send' | 'state' | 'clockOffsetMs' | 'closed'>
  ledger: OfflineLedger
  clock: Clock
  onChanged: () => void
  onBroken: (problem: unknown) => void
}): HandOver {
  const { link, ledger, clock, onChanged, onBroken } = open
  let running: { done: Promise<void> } | null = null
  let again = false
  let cancelLater = () => {}

  async function handOver(): Promise<void> {
    /** Each once in a run: what the hub keeps back now it keeps back a moment later too. */
    const tried = new Set<string>()
    while (link.state().is === 'online' && !link.closed()) {
      const batch = nextBatch(ledger.tickets().filter(({ given }) => !tried.has(given.localId)))
      const letter = batch[0] && letterOf(batch[0])
      if (letter === undefined) return
      for (const { localId } of batch) tried.add(localId)
      const answer = await link.send(
        { command: 'mergeOffline', letter, offsetMs: Math.round(link.clockOffsetMs()), entries: batch },
        { withinMs: answerWithinMs },
      )
      if (answer === 'unanswered') {
        later()
        return
      }
      if ('done' in answer) {
        const kept = answer.done.kept ?? []
        const back = new Set(kept.map(({ localId }) => localId))
        ledger.cameIn(batch.map(({ localId }) => localId).filter((localId) => !back.has(localId)))
        for (const { localId, why } of kept) ledger.keep(localId, why)
      } else if (answer.refused === 'notSaved' || answer.refused === 'tooMuch') {
        later()
        return
      } else {
        for (const { localId } of batch) ledger.keep(localId, answer.refused)
      }
      onChanged()
    }
  }

  /** A hub that is slow or full is asked again; one that is away says itself when it is back. */
  function later(): void {
    cancelLater()
    if (!link.closed()) cancelLater = clock.after(againAfterMs, () => void run())
  }

  async function run(): Promise<void> {
    if (running) {
      again = true
      return running.done
    }
    running = { done: handOver().catch(onBroken) }
    await running.done
    running = null
    if (!again) return
    again = false
    await run()
  }

  return {
    run,
    close: () => cancelLater(),
    mayDouble: () =>
      ledger.tickets().some(({ in: isIn, kept, maybeSent }) => !isIn && kept === null && maybeSent),
  }
}

/** Settled ones of one letter, the oldest first. */
function nextBatch(tickets: readonly OfflineTicket[]): OfflineEntry[] {
  const ready = tickets.filter((each) => !each.in).flatMap(entryOf)
  const letter = ready[0] && letterOf(ready[0])
  return ready.filter((entry) => letterOf(entry) === letter).slice(0, mostEntriesAtOnce)
}

const letterOf = ({ number }: OfflineEntry): string | undefined => offlineNumberOf(number)?.letter

/** A number whose paper is under way, or that may still be confirmed, waits for its fate. */
function entryOf({ given, slip, why, fate }: OfflineTicket): OfflineEntry[] {
  return fate === 'open' || slip === 'underWay' ? [] : [{ ...given, slip, why, fate }]
}
