import type { Clock } from '@jiaohao/core/clock.ts'
import type { Answer, Sent } from '@jiaohao/core/contract/socket.ts'
import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import { refused } from '@jiaohao/core/queue/refused.ts'
import { takeOffline } from '@jiaohao/core/queue/take-offline.ts'
import { hallKept, type OfflineView } from '@jiaohao/core/views/offline.ts'
import type { JobEnd } from '@jiaohao/station/jobs.ts'
import type { OfflineLedger, OfflineTicket } from './offline-ledger.ts'

export interface OfflineDeskOptions {
  ledger: OfflineLedger
  clock: Clock
  /** On the hub's clock, as it was last known. */
  nowMs: () => number
  heardAtMs: () => number
  offsetMs: () => number
  setUp: () => OfflineView | undefined
  /** Unguessable, at least 22 characters: what opens the citizen's page. */
  secret: () => string
  print: (ticket: OfflineTicket, reprint: boolean) => Promise<JobEnd>
  onChanged: () => void
  onBroken: (problem: unknown) => void
}

type Take = Sent & { command: CommandOf<'takeTicket'> }

/** Gives numbers of the kiosk's own series and sees to their paper, each on disk before anybody sees it. */
export interface OfflineDesk {
  /** `maybeSent`: the hub may have been asked the same and never answered. */
  give(sent: Take, maybeSent: boolean): Answer
  /** What a citizen does with a number given here; undefined when it is none of these. */
  act(command: CommandOf<'confirmNumber' | 'reprint' | 'cancel'>): Answer | undefined
  /** Until when a number without paper may be confirmed. */
  confirmByMs(ticket: OfflineTicket): number | null
  close(): void
}

export function openOfflineDesk(options: OfflineDeskOptions): OfflineDesk {
  const { ledger, clock, nowMs, setUp, secret, print, onChanged, onBroken } = options
  const windows = new Map<string, { untilMs: number; cancel: () => void }>()
  // What a process that is gone left open stands on the screen once more.
  for (const ticket of ledger.tickets()) if (ticket.fate === 'open') openWindow(ticket.given.localId)

  function openWindow(localId: string): void {
    windows.get(localId)?.cancel()
    const forMs = (setUp()?.hall.policy.confirmNumberSeconds ?? 20) * 1_000
    const cancel = clock.after(forMs, () => {
      windows.delete(localId)
      if (of(localId)?.fate === 'open') note(() => ledger.settle(localId, 'void'))
    })
    windows.set(localId, { untilMs: nowMs() + forMs, cancel })
  }

  function shutWindow(localId: string): void {
    windows.get(localId)?.cancel()
    windows.delete(localId)
  }

  const of = (localId: string) => ledger.tickets().find(({ given }) => given.localId === localId)

  /** A disk that refuses is told once; the next second tries again by what is still open. */
  function note(write: () => void): void {
    try {
      write()
    } catch (problem) {
      onBroken(problem)
    }
    onChanged()
  }

  async function putOnPaper(ticket: OfflineTicket, reprint: boolean): Promise<void> {
    const { localId } = ticket.given
    const { result, why } = await print(ticket, reprint)
    note(() => ledger.printed(localId, result, why))
    if (of(localId)?.fate === 'open') openWindow(localId)
    onChanged()
  }

  const done = ({ ticketId, given }: OfflineTicket): Answer => ({
    done: { seq: 0, ticketId, number: given.number },
  })

  function give({ id, command }: Take, maybeSent: boolean): Answer {
    const kept = setUp()
    if (!kept) return refused('notSaved')
    const known = ledger.tickets().find(({ given }) => given.insteadOf === id)
    if (known) return done(known)
    const atMs = nowMs()
    const lastIn = (series: string, day: string) =>
      Math.max(ledger.lastIn(series, day), kept.day === day ? (kept.series[series] ?? 0) : 0)
    const unseen = { hall: hallKept(kept), standing: kept.standing }
    const taken = takeOffline(unseen, kept.letter, command, lastIn, atMs)
    if ('refused' in taken) return taken
    const { priority, identity, itemIds } = command
    const ticket = ledger.give(
      {
        localId: secret(),
        day: taken.day,
        number: taken.number,
        serviceId: command.serviceId,
        takenAtMs: atMs,
        heardAtMs: options.heardAtMs(),
        offsetMs: options.offsetMs(),
        secret: secret(),
        ...(priority && { priority }),
        ...(identity && { identity }),
        ...(itemIds && { itemIds }),
        language: command.language,
        needs: command.needs ?? [],
        insteadOf: id,
      },
      command.paper,
      maybeSent,
    )
    if (command.paper) void putOnPaper(ticket, false).catch(onBroken)
    onChanged()
    return done(ticket)
  }

  function act({ command, ticketId }: CommandOf<'confirmNumber' | 'reprint' | 'cancel'>): Answer | undefined {
    const ticket = ledger.tickets().find((each) => each.ticketId === ticketId)
    if (!ticket) return undefined
    const { localId } = ticket.given
    if (ticket.fate === 'void' || ticket.fate === 'cancelled') return refused('ticketOver')
    if (ticket.in && command !== 'confirmNumber') return refused('stale')
    switch (command) {
      case 'confirmNumber':
        if (ticket.fate === 'open') ledger.settle(localId, 'waits')
        shutWindow(localId)
        break
      case 'cancel':
        ledger.settle(localId, 'cancelled')
        shutWindow(localId)
        break
      case 'reprint':
        if (ticket.slip === 'underWay') return refused('ticketNotWaiting')
        ledger.printing(localId)
        shutWindow(localId)
        void putOnPaper(ticket, true).catch(onBroken)
        break
    }
    onChanged()
    return done(ticket)
  }

  return {
    give: (sent, maybeSent) => saved(() => give(sent, maybeSent)),
    act: (command) => saved(() => act(command)),
    confirmByMs: ({ given, fate }) =>
      fate === 'open' ? (windows.get(given.localId)?.untilMs ?? null) : null,
    close: () => {
      for (const { cancel } of windows.values()) cancel()
    },
  }

  /** Without its disk a kiosk gives nothing: a number nobody can account for might be given twice. */
  function saved<A>(work: () => A): A | Answer {
    try {
      return work()
    } catch (problem) {
      onBroken(problem)
      return refused('notSaved')
    }
  }
}
