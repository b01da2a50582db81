import type { Invalid, Update } from '@jiaohao/core/contract/socket.ts'
import type { Refused } from '@jiaohao/core/queue/refused.ts'
import type { PublicCall } from '@jiaohao/core/views/board.ts'
import type { ViewAsk } from '@jiaohao/core/views/view.ts'
import { type HubLink, isSnapshot } from './hub-link.ts'

/** A view as it changed: `calls` are the calls this change brought, each told once however often the line broke. */
type Told = Update

/** The views a station follows, each watched once at the hub and kept, so that the newest outlives the hub. */
export interface Feeds {
  /** Tells the newest at once, if there is one, then every change; gives the stop. */
  follow(ask: ViewAsk, told: (told: Told) => void, refused?: (refusal: Refused | Invalid) => void): () => void
  /** Calls of this view after `seq`, as far back as they are kept. */
  callsSince(ask: ViewAsk, seq: number): PublicCall[]
  /** Asks for everything followed again, after a new connection or a new set-up. */
  refresh(): void
  update(update: Update): void
}

interface Feed {
  ask: ViewAsk
  listeners: Set<(told: Told) => void>
  refusals: Set<(refusal: Refused | Invalid) => void>
  newest?: Update
  refusal?: Refused | Invalid
  calls: PublicCall[]
  /** Nothing at or before this is a new call. */
  heardSeq: number
}

const mostFeeds = 40
const callsKept = 200

export function openFeeds(link: () => HubLink): Feeds {
  const feeds = new Map<string, Feed>()

  function ask(feed: Feed) {
    link().watch(feed.ask, feed.newest?.seq, (answer) => {
      if (isSnapshot(answer)) {
        // A hub restored from yesterday's copy counts from an earlier seq: what was heard then says nothing now.
        if (feed.newest && answer.seq < feed.newest.seq) feed.heardSeq = answer.seq
        take(feed, answer)
      } else {
        feed.refusal = answer
        for (const told of feed.refusals) told(answer)
      }
    })
  }

  function take(feed: Feed, got: Update) {
    const fresh = got.calls.filter((call) => call.seq > feed.heardSeq)
    feed.heardSeq = Math.max(feed.heardSeq, got.seq)
    feed.calls = [...feed.calls, ...fresh].slice(-callsKept)
    const { key, seq, view } = got
    feed.newest = { key, seq, view, calls: [] }
    delete feed.refusal
    for (const told of feed.listeners) told({ key, seq, view, calls: fresh })
  }

  function feedOf(wanted: ViewAsk): Feed {
    const name = JSON.stringify(wanted)
    const known = feeds.get(name)
    if (known) return known
    const feed: Feed = { ask: wanted, listeners: new Set(), refusals: new Set(), calls: [], heardSeq: 0 }
    for (const [oldest, { listeners }] of feeds) {
      if (feeds.size >= mostFeeds && listeners.size === 0) feeds.delete(oldest)
    }
    feeds.set(name, feed)
    ask(feed)
    return feed
  }

  return {
    follow: (wanted, told, refused = () => {}) => {
      const feed = feedOf(wanted)
      feed.listeners.add(told)
      feed.refusals.add(refused)
      if (feed.newest) told(feed.newest)
      else if (feed.refusal) refused(feed.refusal)
      return () => {
        feed.listeners.delete(told)
        feed.refusals.delete(refused)
      }
    },
    callsSince: (wanted, seq) => feedOf(wanted).calls.filter((call) => call.seq > seq),
    refresh: () => {
      for (const feed of feeds.values()) ask(feed)
    },
    update: (update) => {
      for (const feed of feeds.values()) {
        if (feed.newest?.key === update.key) take(feed, update)
      }
    },
  }
}
