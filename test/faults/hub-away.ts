import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { clockOf } from '@jiaohao/core/clock.ts'
import type { EventOf } from '@jiaohao/core/queue/event.ts'
import { openPrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { openChildHub } from '../hall/child-hub.ts'
import { type ChildKiosk, openChildKiosk } from '../hall/child-kiosk.ts'
import { scaledClock } from '../hall/scaled-clock.ts'
import { type Dice, dice } from './dice.ts'
import { journalIn, type Kept } from './journal-kept.ts'
import { type Asker, openAsker } from './until-answered.ts'

const kiosks = 3
const mostSettlingMs = 60_000
/** How far apart the clocks of a kiosk and its hub may think they are, at the speed they run. */
const clocksApartMs = 5_000
type Taken = EventOf<'ticketTaken'>

/** What a citizen was told, and the true time around it. */
interface Told {
  number: string
  askedAtMs: number
  toldAtMs: number
}

/** What became of a hall whose hub was away; every figure below `merged` is none when all is well. */
export interface Away {
  minutes: number
  speed: number
  kills: number
  issued: number
  issuedOffline: number
  merged: number
  duplicates: number
  lost: number
  gaps: number
  /** Valid tickets nobody was told of: a second one for somebody. */
  strays: number
  /** Numbers whose place is not the time at which they were given. */
  misplaced: number
  called: number
  outOfOrder: number
}

/** Every figure that must be none. */
export const wrongIn = ({ duplicates, lost, gaps, strays, misplaced, outOfOrder }: Away): number =>
  duplicates + lost + gaps + strays + misplaced + outOfOrder

/** It was put to the proof at all: numbers were given without the hub, and all of them were called. */
export const isWhole = ({ issued, issuedOffline, merged, called }: Away): boolean =>
  issuedOffline > 0 && merged >= issuedOffline && called >= issued

/**
 * Three kiosks, their hub away: each goes on with its own letter. In the middle the hub comes back and is killed
 * in its merging, and each kiosk is killed and started again. At the end every number a citizen was told is with
 * the hub once, by its true time, and nobody has two.
 */
export async function hubAway(open: {
  dataDir: string
  minutes: number
  /** How much faster than the machine's the clocks of hub and kiosks run. */
  speed: number
  seed: number
  progress: (minute: number, of: number) => void
}): Promise<Away> {
  const { dataDir, minutes, speed } = open
  const chance = dice(open.seed)
  const since = Date.now()
  const real = clockOf(globalThis)
  const twins = await Promise.all(Array.from({ length: kiosks }, () => openPrinterTwin({ clock: real })))
  const printers = twins.map(({ address }) => address)
  const hubData = join(dataDir, 'hub')
  const hubOf = (port = 0) =>
    openChildHub({ dataDir: hubData, port, kiosks, counters: 1, since, speed, printers })
  let hub = await hubOf()
  const { url, port, people } = hub
  const dataOf = (i: number) => join(dataDir, `kiosk-${i + 1}`)
  const kioskOf = (i: number, at = 0) =>
    openChildKiosk({ hub: url, key: people.kiosks[i] ?? '', data: dataOf(i), port: at, since, speed })
  const stations: ChildKiosk[] = await Promise.all(Array.from({ length: kiosks }, (_, i) => kioskOf(i)))
  await until(() => stations.every((_, i) => existsSync(join(dataOf(i), 'offline-set-up.json'))))

  const minute = (count: number) => setTimeout((count * 60_000) / speed)
  const citizens = stations.map((station, i) =>
    openCitizens(station.url, `kiosk-${i + 1}`, chance, { since, speed }),
  )
  // A clerk's page comes back with the hub, or the session would be too old when there is somebody to call.
  const clerk = openAsker(url, 'clerk', { cookie: people.clerks[0]?.cookie ?? '' })
  await minute(2)
  let kills = 0
  for (let at = 0; at < minutes; at++) {
    open.progress(at, minutes)
    if (at === 0) await hub.kill()
    if (at === Math.floor(minutes * 0.3)) {
      hub = await hubOf(port)
      await setTimeout(20 + chance.roll(1_500))
      await hub.kill()
      kills += 1
    }
    const which = [0.4, 0.55, 0.7].findIndex((share) => at === Math.floor(minutes * share))
    if (which >= 0) {
      await setTimeout(chance.roll(60_000 / speed))
      await stations[which]?.kill()
      kills += 1
      stations[which] = await kioskOf(which, stations[which]?.port)
    }
    await minute(1)
  }
  for (let again = 0; again < 2; again++) {
    hub = await hubOf(port)
    await setTimeout(chance.roll(2_000))
    await hub.kill()
    kills += 1
  }
  hub = await hubOf(port)
  open.progress(minutes, minutes)
  await Promise.all(citizens.map((each) => each.stop()))
  const heard = citizens.flatMap((each) => each.told)
  const told = heard.map(({ number }) => number)
  const offline = told.filter((number) => /^[A-Z]{2}/.test(number))
  const kept = () => takenIn(journalIn(hubData))
  const missing = () => {
    const there = new Set(kept().map(({ number }) => number))
    return told.filter((number) => !there.has(number))
  }
  await until(() => missing().length === 0, mostSettlingMs)
  // What time alone makes void: ghosts of commands nobody answered, numbers nobody confirmed.
  await minute(4)

  const events = journalIn(hubData)
  const taken = takenIn(events)
  const merged = taken.filter((each) => each.offline)
  const ids = merged.map((each) => each.offline?.localId)
  const duplicates = repeats(ids) + repeats(taken.map(({ number }) => number)) + repeats(told)
  const lost = missing().length
  const gaps = gapsIn(merged)
  const isVoid = new Set(
    events.flatMap(({ event }) => (event.type === 'ticketVoided' ? [event.ticketId] : [])),
  )
  const toldAll = new Set(told)
  const strays = taken.filter(({ ticketId, number }) => !isVoid.has(ticketId) && !toldAll.has(number)).length
  const order = await callAll(clerk, people.clerks[0]?.counterId ?? 'c1', events)
  clerk.close()
  for (const each of citizens) each.close()
  for (const station of stations) await station.kill()
  await hub.stop()
  for (const twin of twins) await twin.close()
  return {
    minutes,
    speed,
    kills,
    issued: told.length,
    issuedOffline: offline.length,
    merged: merged.length,
    duplicates,
    lost,
    gaps,
    strays,
    misplaced: misplacedIn(taken, heard),
    ...order,
  }
}

const takenIn = (kept: readonly Kept[]): Taken[] =>
  kept.flatMap(({ event }) => (event.type === 'ticketTaken' ? [event] : []))

const repeats = (list: readonly unknown[]): number => list.length - new Set(list).size

/** True time is when it was given: after it was asked for, before it was told. */
function misplacedIn(taken: readonly Taken[], heard: readonly Told[]): number {
  const atMs = new Map(taken.map(({ number, place }) => [number, place.atMs]))
  return heard.filter(({ number, askedAtMs, toldAtMs }) => {
    const ms = atMs.get(number)
    return ms !== undefined && (ms < askedAtMs - clocksApartMs || ms > toldAtMs + clocksApartMs)
  }).length
}

/** Every series of a kiosk runs 1, 2, 3 … whatever was killed. */
function gapsIn(merged: readonly Taken[]): number {
  const series = Map.groupBy(merged, ({ prefix }) => prefix)
  return [...series.values()].reduce((sum, each) => {
    const last = Math.max(...each.map(({ sequence }) => sequence))
    return sum + last - new Set(each.map(({ sequence }) => sequence)).size
  }, 0)
}

/** Every twenty seconds of the hall somebody takes a number, confirms it and leaves: asked under one id until it is given. */
function openCitizens(
  url: string,
  name: string,
  chance: Dice,
  { since, speed }: { since: number; speed: number },
) {
  const clock = scaledClock(since, speed)
  const asker = openAsker(url, name, { key: '' })
  const told: Told[] = []
  let stopping = false

  async function given(id: string): Promise<{ ticketId: string; number: string }> {
    const serviceId = `service-${'ABC'.charAt(chance.roll(3))}`
    for (;;) {
      const answer = await again(asker, id, {
        command: 'takeTicket',
        serviceId,
        paper: true,
        language: 'zh-CN',
      })
      if ('done' in answer) return { ticketId: answer.done.ticketId ?? '', number: answer.done.number ?? '' }
      await setTimeout(50)
    }
  }

  async function come(): Promise<void> {
    for (let count = 1; !stopping; count++) {
      const askedAtMs = clock.now()
      const { ticketId, number } = await given(`${name}-${count}`)
      told.push({ number, askedAtMs, toldAtMs: clock.now() })
      await again(asker, `${name}-${count}-noted`, { command: 'confirmNumber', ticketId })
      await setTimeout((5_000 + chance.roll(30_000)) / speed)
    }
  }

  const coming = come()
  return {
    /** What citizens were told, in order. */
    told,
    stop: () => {
      stopping = true
      return coming
    },
    close: asker.close,
  }
}

const again = (asker: Asker, id: string, command: Parameters<Asker['ask']>[0]) =>
  asker.askAgain({ id, command, answer: { refused: 'notSaved' } })

/** Calls everybody who waits: within a service nobody is called before somebody who took a number earlier. */
async function callAll(
  asker: Asker,
  counterId: string,
  events: readonly Kept[],
): Promise<{ called: number; outOfOrder: number }> {
  const atMs = new Map(
    takenIn(events).map(({ ticketId, place, serviceId }) => [ticketId, { ms: place.atMs, serviceId }]),
  )
  const tooLate = setTimeout(mostSettlingMs, undefined, { ref: false })
  const opened = await Promise.race([asker.ask({ command: 'openCounter', counterId }), tooLate])
  if (!opened) return { called: 0, outOfOrder: 0 }
  const newest = new Map<string, number>()
  let called = 0
  let outOfOrder = 0
  for (;;) {
    const answer = await asker.ask({ command: 'callNext', counterId, finishCurrent: true })
    if (!('done' in answer)) break
    const ticket = atMs.get(answer.done.ticketId ?? '')
    if (!ticket) continue
    called += 1
    if (ticket.ms < (newest.get(ticket.serviceId) ?? 0)) outOfOrder += 1
    newest.set(ticket.serviceId, ticket.ms)
  }
  return { called, outOfOrder }
}

async function until(holds: () => boolean, withinMs = mostSettlingMs): Promise<void> {
  for (const endMs = Date.now() + withinMs; !holds() && Date.now() < endMs; ) await setTimeout(100)
}
