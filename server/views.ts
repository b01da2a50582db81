import type { Snapshot, Update } from '@jiaohao/core/contract/socket.ts'
import type { Event, Recorded } from '@jiaohao/core/queue/event.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import { type PublicCall, publicCall } from '@jiaohao/core/views/board.ts'
import { pastPhoneView } from '@jiaohao/core/views/past-phone.ts'
import { keyOf, type View, type ViewAsk, view } from '@jiaohao/core/views/view.ts'
import { openKiosksNow } from './kiosks-now.ts'
import type { Parts } from './parts.ts'
import type { HubSockets } from './sockets.ts'

interface Watched {
  ask: ViewAsk
  who: Who
  /** The view as last told, and its encoding once that was needed to tell only what changed. */
  told: { view: View; encoded?: string }
}

const mostMissedCalls = 500
const phonesEveryMs = 1_000
const countsEveryMs = 100
const estimatesEveryMs = 1_000
const refreshEveryMs = 60_000

/**
 * Tells every watcher its own view and nobody else's: made and compared once per kind, sent once per room.
 * Phones, of which there may be a thousand, are told of their place at most once a second, of a call at once;
 * boards of how many wait at most ten times a second, of a call at once.
 */
export function openViews({ loop, clock, journal, stations, estimates }: Parts, io: HubSockets) {
  const watched = new Map<string, Watched>()
  const kiosksNow = openKiosksNow(stations, () => {
    for (const [key, each] of watched) if (each.ask.view === 'kiosk') tell(key, each, [])
  })
  let phonesDue: (() => void) | null = null
  let countsDue: (() => void) | null = null

  loop.onTold((recorded) => {
    const calls = callsIn(recorded)
    const touched = new Set(
      recorded.flatMap(({ event }) => ('ticketId' in event ? [`phone:${event.ticketId}`] : [])),
    )
    for (const [key, each] of watched) {
      const patient = each.ask.view === 'phone' ? !touched.has(key) : waits(each.ask, recorded, calls)
      if (!patient) tell(key, each, calls)
    }
    phonesDue ??= clock.after(phonesEveryMs, () => {
      phonesDue = null
      for (const [key, each] of watched) if (each.ask.view === 'phone') tell(key, each, [])
    })
    countsDue ??= clock.after(countsEveryMs, () => {
      countsDue = null
      for (const [key, each] of watched) if (isForAll(each.ask)) tell(key, each, [])
    })
  })

  let estimatesDue: (() => void) | null = null
  estimates.onChanged(() => {
    estimatesDue ??= clock.after(estimatesEveryMs, () => {
      estimatesDue = null
      for (const [key, each] of watched) if (tellsWaits(each.ask)) tell(key, each, [])
    })
  })

  let cancelRefresh = clock.after(refreshEveryMs, refresh)
  /** The time of day alone opens and shuts services. */
  function refresh(): void {
    for (const [key, each] of watched) tell(key, each, [])
    cancelRefresh = clock.after(refreshEveryMs, refresh)
  }

  function tell(key: string, each: Watched, calls: PublicCall[]): void {
    if (!io.sockets.adapter.rooms.has(key)) {
      watched.delete(key)
      return
    }
    const mine = calls.filter((call) => hears(each.ask, call))
    const now = seen(each)
    if (!now) return
    if (mine.length === 0) {
      const encoded = JSON.stringify(now)
      each.told.encoded ??= JSON.stringify(each.told.view)
      if (encoded === each.told.encoded) return
      each.told = { view: now, encoded }
    } else each.told = { view: now }
    io.to(key).emit('update', { key, seq: loop.state().seq, view: now, calls: mine } satisfies Update)
  }

  function seen({ ask, who }: Pick<Watched, 'ask' | 'who'>): View | null {
    const now = view(loop.hall(), loop.state(), ask, who, clock.now(), kiosksNow(), estimates.now())
    if (now || who.as !== 'phone') return now
    const visit = journal.pastVisit(who.ticketId)
    return visit ? pastPhoneView(loop.hall(), visit, clock.now()) : null
  }

  function callsIn(recorded: readonly Recorded[]): PublicCall[] {
    return recorded.flatMap(({ seq, atMs, event }) => {
      if (event.type !== 'ticketCalled' && event.type !== 'ticketRecalled') return []
      const recall = event.type === 'ticketRecalled' ? event.recall : 0
      return [publicCall(loop.hall(), { ...event, seq, atMs, recall })]
    })
  }

  return {
    /** Begins a watch: the view now, and the calls made since the seq the watcher names. */
    watch(ask: ViewAsk, who: Who, since: number | undefined): Snapshot | null {
      const key = keyOf(ask, who)
      const now = seen({ ask, who })
      if (!now) return null
      if (!watched.has(key)) watched.set(key, { ask, who, told: { view: now } })
      const missed = since === undefined ? [] : callsIn(journal.callsSince(since, mostMissedCalls))
      return {
        key,
        seq: loop.state().seq,
        nowMs: clock.now(),
        view: now,
        calls: missed.filter((call) => hears(ask, call)),
      }
    },
    close: () => {
      cancelRefresh()
      phonesDue?.()
      countsDue?.()
      estimatesDue?.()
    },
  }
}

/** Those that say how long somebody will wait. */
const tellsWaits = (ask: ViewAsk): boolean => isForAll(ask) || ask.view === 'kiosk' || ask.view === 'phone'

/** Of the whole hall, watched by many: boards and the supervisor's day. */
const isForAll = ({ view }: ViewAsk): boolean => view === 'board' || view === 'today'

/** A call is told at once, and so is a new set-up; a mere change of how many wait can be a tenth of a second late. */
function waits(ask: ViewAsk, recorded: readonly Recorded[], calls: PublicCall[]): boolean {
  if (ask.view === 'offline') return recorded.length > 0 && !recorded.some(movesOffline)
  return (
    isForAll(ask) && recorded.length > 0 && !calls.some((call) => ask.view === 'today' || hears(ask, call))
  )
}

const movesHall: ReadonlySet<Event['type']> = new Set([
  'dayOpened',
  'hallPaused',
  'hallEvacuated',
  'hallResumed',
])

/** What a kiosk keeps for the time without the hub is heavy, and few events change it. */
const movesOffline = ({ event }: Recorded): boolean =>
  movesHall.has(event.type) || (event.type === 'ticketTaken' && event.offline !== undefined)

/** Only boards and window stations hear calls as they happen; each board those of its zone. */
function hears(ask: ViewAsk, call: PublicCall): boolean {
  if (ask.view === 'board') return ask.zoneId === '' || ask.zoneId === call.zoneId
  return ask.view === 'window'
}
