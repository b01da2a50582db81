import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { openChildHub } from '../hall/child-hub.ts'
import { openBoard } from './board.ts'
import { dice } from './dice.ts'
import { callsIn, doneTwice, gapsOrRepeats, journalIn, type Kept, lost } from './journal-kept.ts'
import { openLoad } from './load.ts'
import type { Tell } from './tell.ts'

const longestLifeMs = 600
/** Under a load that would slow any start, the day must open no slower than a hall that has none. */
const mostToEmpty = 1.5
const emptyEvery = 5
/** A hall of some 2,500 numbers a day. What the load makes beyond that, as fast as the hub answers, is told and not judged. */
const largeDayEvents = 20_000

/**
 * kill −9 at a random moment under load, again and again, on one journal: after each restart all that was
 * acknowledged is there and answers as it did; at the end nothing is there twice and every board heard every call.
 */
export async function killRounds(open: {
  dataDir: string
  rounds: number
  seed: number
  tell: Tell
  progress: (done: number) => void
}): Promise<void> {
  const { dataDir, rounds, tell } = open
  const chance = dice(open.seed)
  let hub = await openChildHub({ dataDir, kiosks: 4, boards: 2, counters: 6 })
  const { port, people } = hub
  const boards = people.boards.map((key) => openBoard(hub.url, key))
  const load = openLoad(hub, chance)
  const openings: { events: number; ms: number }[] = []
  const emptyInMs: number[] = []
  const seen = new Map(load.askers.map((asker) => [asker, 0]))
  const kept: Kept[] = []
  let missing = 0
  let repeated = 0
  let different = 0

  for (let round = 1; round <= rounds; round++) {
    await setTimeout(20 + chance.roll(longestLifeMs))
    await hub.kill()
    const acknowledged = load.askers.map((asker) => ({
      asker,
      promised: asker.promised.slice(seen.get(asker)),
    }))
    kept.push(...journalIn(dataDir, kept.length))
    for (const { asker, promised } of acknowledged) {
      missing += lost(kept, promised).length
      seen.set(asker, (seen.get(asker) ?? 0) + promised.length)
    }
    hub = await openChildHub({ dataDir, port, counters: 6 })
    openings.push({ events: kept.length, ms: hub.openedInMs })
    if (round % emptyEvery === 1) emptyInMs.push(await openingEmpty(`${dataDir}-empty-${round}`))
    for (const { asker, promised } of acknowledged) {
      repeated += promised.length
      const again = await Promise.all(promised.map((each) => asker.askAgain(each)))
      different += again.filter((answer, i) => !isDeepStrictEqual(answer, promised[i]?.answer)).length
    }
    open.progress(round)
  }

  await load.stop()
  kept.push(...journalIn(dataDir, kept.length))
  const promised = load.askers.flatMap((asker) => asker.promised)
  const calls = callsIn(kept)
  await Promise.all(boards.map((board) => board.hears(calls.at(-1) ?? 0)))
  missing += lost(kept, promised).length
  const resent = load.askers.reduce((sum, asker) => sum + asker.resent(), 0)
  tell({ check: 'acknowledgedIsKept', rounds, acknowledged: promised.length, missing, ok: missing === 0 })
  tell({ check: 'firstAnswerAgain', repeated, different, ok: repeated > 0 && different === 0 })
  const more = doneTwice(kept, promised)
  tell({ check: 'noneTwice', events: kept.length, resent, twice: more, ok: resent > 0 && more === 0 })
  const numbers = gapsOrRepeats(kept)
  tell({ check: 'numbersGapFree', ...numbers, ok: numbers.tickets > 0 && numbers.wrong === 0 })
  for (const [i, board] of boards.entries()) {
    const heard = board.heard.map(({ seq }) => seq)
    const once = new Set(heard)
    const unheard = calls.filter((seq) => !once.has(seq)).length
    const toldTwice = heard.length - once.size
    const neverMade = [...once].filter((seq) => !calls.includes(seq)).length
    const inOrder = heard.every((seq, at) => at === 0 || seq > (heard[at - 1] ?? 0))
    const ok = calls.length > 0 && unheard + toldTwice + neverMade === 0 && inOrder
    tell({
      check: 'announcedOnce',
      board: i + 1,
      calls: calls.length,
      unheard,
      toldTwice,
      neverMade,
      inOrder,
      ok,
    })
  }
  const middleMs = middle(openings.filter(({ events }) => events <= largeDayEvents).map(({ ms }) => ms))
  const emptyMs = middle(emptyInMs)
  const asFastAsEmpty = middleMs <= mostToEmpty * emptyMs
  tell({
    check: 'resumesTheDay',
    upToEvents: largeDayEvents,
    middleMs,
    emptyMs,
    last: openings.at(-1),
    ok: middleMs < 1_000 || asFastAsEmpty,
  })

  for (const each of [...load.askers, ...boards]) each.close()
  await hub.stop()
}

async function openingEmpty(dataDir: string): Promise<number> {
  const hub = await openChildHub({ dataDir })
  await hub.kill()
  return hub.openedInMs
}

function middle(values: readonly number[]): number {
  const sorted = values.map(Math.round).sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
