import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { Answer, Sent, Update } from '@jiaohao/core/contract/socket.ts'
import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import { refused } from '@jiaohao/core/queue/refused.ts'
import type { KioskView, SlipJob } from '@jiaohao/core/views/kiosk.ts'
import { OfflineView } from '@jiaohao/core/views/offline.ts'
import type { JobEnd } from '@jiaohao/station/jobs.ts'
import { openKeptJson } from '@jiaohao/station/kept-json.ts'
import { answerWithinMs, type Between, type StationParts } from '@jiaohao/station/station.ts'
import * as z from 'zod'
import { openHandOver } from './hand-over.ts'
import { openOfflineDesk } from './offline-desk.ts'
import { offlineKioskView, offlineSlipJob, takenOffline } from './offline-kiosk-view.ts'
import { type OfflineLedger, openOfflineLedger } from './offline-ledger.ts'
import { type OfflineStanding, offlineStanding } from './offline-standing.ts'

/** The hub's clock when it was last heard, and how far this machine's clock was from it. */
const Heard = z.object({ atMs: z.number(), offsetMs: z.number() })

/** A kiosk that goes on without its hub: what its page is shown and answered, and the hub's view of its paper. */
export interface OfflineBetween extends Between {
  /** The hub's view, for as long as nothing on it could be a second slip for a number given here. */
  followPaper(told: (view: KioskView) => void): void
  ledger: OfflineLedger
  standing(): OfflineStanding
  close(): void
}

const lookEveryMs = 1_000
const heardEveryMs = 60_000
/** A page may repeat to this process what it asked of the one before. */
const repeatsForMs = 60_000

type Take = Sent & { command: CommandOf<'takeTicket'> }

export function openOfflineBetween(
  { link, feeds }: StationParts,
  open: {
    dataDir: string
    clock: Clock
    /** Puts one slip on paper. */
    print: (view: KioskView, job: SlipJob) => Promise<JobEnd>
    onBroken: (problem: unknown) => void
  },
): OfflineBetween {
  const { dataDir, clock, onBroken } = open
  const ledger = openOfflineLedger(dataDir)
  const setUp = openKeptJson(join(dataDir, 'offline-set-up.json'), OfflineView)
  const heard = openKeptJson(join(dataDir, 'heard.json'), Heard)
  const openedAtMs = clock.now()
  const listeners = new Set<() => void>()
  const begun = new Set<() => void>()
  let newest: (Update & { view: KioskView }) | undefined
  let told = ''
  let onPaper = (_view: KioskView) => {}
  let takes: Promise<unknown> = Promise.resolve()

  const offsetMs = () => (link.here() ? Math.round(link.clockOffsetMs()) : (heard.get()?.offsetMs ?? 0))
  const nowMs = () => clock.now() + offsetMs()
  /** On disk while the hub is away, so that a restart begins no new count of minutes. */
  function heardAtMs(): number {
    const state = link.state()
    if (!link.here()) return ledger.awaySinceMs() ?? heard.get()?.atMs ?? 0
    return ledger.awaySinceMs() ?? (state.is === 'online' ? nowMs() : state.sinceMs + offsetMs())
  }

  /** Of this time without the hub: what an earlier wrong clock left behind says nothing. */
  function latestMs(): number {
    const sinceMs = heardAtMs()
    return ledger
      .tickets()
      .filter(({ given }) => given.heardAtMs === sinceMs)
      .reduce((last, { given }) => Math.max(last, given.takenAtMs), sinceMs)
  }

  function standing(): OfflineStanding {
    const state = link.state()
    return offlineStanding({
      hub: state.is === 'away' ? { is: 'away', forMs: clock.now() - state.sinceMs } : state,
      setUp: setUp.get(),
      nowMs: nowMs(),
      heardAtMs: heardAtMs(),
      latestMs: latestMs(),
      owed: ledger.tickets().filter((each) => !each.in).length,
    })
  }

  const desk = openOfflineDesk({
    ledger,
    clock,
    nowMs,
    heardAtMs,
    offsetMs,
    setUp: setUp.get,
    secret: () => randomBytes(18).toString('base64url'),
    print: async (ticket, reprint) => {
      const kept = setUp.get()
      if (!kept) return { result: 'failed', why: 'noSetUp' }
      const view = { ...viewBy(kept), slip: kept.hall.slip }
      return open.print(view, offlineSlipJob(kept, ticket, reprint))
    },
    onChanged: () => {
      changed()
      void handOver.run()
    },
    onBroken,
  })
  const handOver = openHandOver({ link, ledger, clock, onChanged: changed, onBroken })

  const viewBy = (kept: OfflineView): KioskView => {
    const is = standing()
    const offline = is.is === 'giving' || is.is === 'stopped' ? is : undefined
    const here = takenOffline(kept, ledger.tickets(), desk.confirmByMs, nowMs())
    const taken = [...here, ...(newest?.view.taken ?? [])]
    return offline
      ? offlineKioskView(kept, offline, taken, nowMs())
      : { ...(newest?.view as KioskView), taken }
  }

  /** What the page is to be shown: the hub's own view, as long as that is the truth. */
  function shown(): KioskView | undefined {
    const kept = setUp.get()
    const { is } = standing()
    if (kept && (is === 'giving' || is === 'stopped')) return viewBy(kept)
    return kept && newest ? viewBy(kept) : newest?.view
  }

  function changed(): void {
    const now = JSON.stringify(shown() ?? null)
    if (now === told) return
    told = now
    for (const listener of listeners) listener()
    if (newest && !handOver.mayDouble()) onPaper(newest.view)
  }

  function hubHeard(): void {
    if (link.state().is !== 'online' || !link.here()) return
    heard.put({ atMs: nowMs(), offsetMs: offsetMs() })
  }

  feeds.follow({ view: 'offline' }, ({ view }) => {
    if (view.view !== 'offline') return
    attempt(() => {
      setUp.put(view)
      hubHeard()
      ledger.back()
    })
    void handOver.run().then(changed)
  })
  feeds.follow({ view: 'kiosk' }, (update) => {
    if (update.view.view !== 'kiosk') return
    newest = { ...update, view: update.view }
    if (!handOver.mayDouble()) onPaper(update.view)
    told = ''
    changed()
  })

  let cancelHeard = clock.after(heardEveryMs, keepHeard)
  function keepHeard(): void {
    attempt(hubHeard)
    cancelHeard = clock.after(heardEveryMs, keepHeard)
  }
  let cancelLook = clock.after(lookEveryMs, look)
  /** Time alone begins and ends the kiosk's own giving. */
  function look(): void {
    cancelLook = clock.after(lookEveryMs, look)
    if (link.state().is !== 'online') {
      const { is } = standing()
      if (is === 'giving') attempt(() => ledger.away(heardAtMs()))
      for (const wake of begun) wake()
      changed()
    }
  }

  function attempt(write: () => void): void {
    try {
      write()
    } catch (problem) {
      onBroken(problem)
    }
  }

  /** When the hub has been away for so long that this kiosk gives numbers itself, or has stopped to. */
  function untilOffline(): { promise: Promise<void>; stop: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>()
    const wake = () => {
      const { is } = standing()
      if (is === 'giving' || is === 'stopped') resolve()
    }
    begun.add(wake)
    return { promise, stop: () => void begun.delete(wake) }
  }

  async function ask({ id, command }: Sent, givenUp?: Promise<unknown>): Promise<Answer> {
    if (link.state().is !== 'online' && standing().is !== 'soon') return refused('notSaved')
    const answered = await link.send(command, { id, withinMs: answerWithinMs, ...(givenUp && { givenUp }) })
    return answered === 'unanswered' ? refused('notSaved') : answered
  }

  const giveNow = (sent: Take, maybeSent: boolean): Answer => {
    const now = standing()
    if (now.is === 'stopped') return refused(now.because)
    return now.is === 'giving' ? desk.give(sent, maybeSent) : refused('notSaved')
  }

  /**
   * A number from the hub, or from this kiosk when the hub does not answer. What was sent and not answered may
   * have been done: the number given here names it, so that one citizen ends with one ticket.
   */
  async function take(sent: Take): Promise<Answer> {
    const { is } = standing()
    if (is === 'giving' || is === 'stopped') return giveNow(sent, clock.now() - openedAtMs < repeatsForMs)
    const before = new Set(newest?.view.taken.map(({ ticketId }) => ticketId))
    const offline = untilOffline()
    const answered = await ask(sent, offline.promise)
    offline.stop()
    if ('done' in answered || answered.refused !== 'notSaved') return answered
    // The hub's view came although its answer did not: that number is this citizen's.
    const mine = newest?.view.taken.find(({ ticketId }) => !before.has(ticketId))
    if (mine) return { done: { seq: 0, ticketId: mine.ticketId, number: mine.number } }
    return giveNow(sent, true)
  }

  async function answer(sent: Sent): Promise<Answer> {
    const { command } = sent
    switch (command.command) {
      case 'takeTicket': {
        const taking = takes.then(() => take({ ...sent, command }))
        takes = taking.catch(() => {})
        return taking
      }
      case 'confirmNumber':
      case 'reprint':
      case 'cancel': {
        const here = desk.act(command)
        if (here) return here
      }
    }
    return link.state().is === 'online' ? ask(sent) : refused('notSaved')
  }

  return {
    answer,
    feeds: {
      callsSince: feeds.callsSince,
      follow: (wanted, tell, refusal) => {
        if (wanted.view !== 'kiosk') return feeds.follow(wanted, tell, refusal)
        const listener = () => {
          const view = shown()
          if (view) tell({ key: '', seq: newest?.seq ?? 0, calls: [], view })
        }
        listeners.add(listener)
        listener()
        // Refusals of the hub's own view reach the page as before.
        const stop = feeds.follow(wanted, () => {}, refusal)
        return () => {
          listeners.delete(listener)
          stop()
        }
      },
    },
    followPaper: (next) => {
      onPaper = next
      if (newest && !handOver.mayDouble()) onPaper(newest.view)
    },
    ledger,
    standing,
    close: () => {
      cancelHeard()
      cancelLook()
      desk.close()
      handOver.close()
      ledger.close()
    },
  }
}
