import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { openHub } from '@jiaohao/server/hub.ts'
import { openDatabase } from '@jiaohao/server/journal/database.ts'
import { openDemoPeople, sitDown } from '../floor/demo-people.ts'
import { openVirtualHall } from '../floor/virtual-hall.ts'
import { openAgenda } from '../people/agenda.ts'
import { chance } from '../people/chance.ts'
import { habits } from '../people/habits.ts'
import { hallDay } from '../people/hall-day.ts'
import { handsOn } from '../people/on-devices.ts'
import { judge } from './laws.ts'
import { openProgress } from './progress.ts'
import { at, beginsMs, minuteMs, type Scenario } from './scenarios.ts'
import { sizedHall } from './sized-hall.ts'

const line = (value: object) => console.log(JSON.stringify(value))
const round = (value: number) => Math.round(value * 10) / 10
const minutes = (ms: number | null) => (ms === null ? null : round(ms / minuteMs))

/** Lives one day of a scenario, prints what became of it, and answers 0 when every law held. */
export async function liveDay(ask: {
  name: string
  scenario: Scenario
  citizens: number
  counters: number
  speed: number
  seed: number
}): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-day-'))
  const machine = clockOf(globalThis)
  const clock = drivenClock(beginsMs)
  const random = chance(ask.seed)
  const { scenario } = ask
  const sized = sizedHall(ask.counters)
  const { clerks } = sized
  const setUp = scenario.setUp?.(sized.setUp) ?? sized.setUp
  const papers: string[] = []
  const broken: unknown[] = []
  const hub = await openHub({
    dataDir,
    port: 0,
    address: '127.0.0.1',
    clock,
    firstSetUp: setUp,
    screensDir: join(dataDir, 'no-screens'),
    logLevel: 'silent',
    onBroken: (problem) => void broken.push(problem),
  })
  await clock.advance(1_000)
  const hall = await openVirtualHall({
    hub,
    setUp,
    dataDir,
    clock: machine,
    hallClock: clock,
    random,
    firstPort: 0,
    screensDir: join(dataDir, 'no-screens'),
    voice: silentVoice,
    onPaper: (_kiosk, paper) => void papers.push(paper.text),
  })
  const desks = await sitDown(hub, openDemoPeople(hub, clerks), clerks)
  const hands = await handsOn(hall, desks, machine)
  await until(() =>
    hall.kiosks.every(({ station }) => station.devices().some(({ state }) => state === 'ready')),
  )

  const agenda = openAgenda()
  const habit = { ...habits(random), ...scenario.habits?.(random) }
  const counterIds = setUp.counters.map(({ id }) => id)
  const day = hallDay({
    agenda,
    acts: hands,
    habits: habit,
    nowMs: clock.now,
    counterIds,
    kiosks: hall.kiosks.length,
    classIds: setUp.policy.priorityClasses.map(({ id }) => id),
  })
  const arrivals = Array.from({ length: ask.citizens }, () => scenario.arrivalMs(random)).sort(
    (a, b) => a - b,
  )
  for (const atMs of arrivals) agenda.plan(atMs, day.citizenComes)
  for (const { atMs, act } of scenario.happens?.(hall) ?? []) agenda.plan(atMs, act)
  for (const id of counterIds.filter((each) => !scenario.absent?.includes(each))) {
    agenda.plan(at(8, 30), async () => day.clerkSitsDown(id))
    agenda.plan(at(12), async () => day.clerkLeaves(id))
    agenda.plan(at(13, 30), async () => day.clerkSitsDown(id))
    agenda.plan(at(18, 30), async () => day.clerkLeaves(id))
  }

  const progress = openProgress(beginsMs, at(18, 30))
  const startedMs = machine.now()
  for (let next = agenda.next(); next; next = agenda.next()) {
    await pace(next.atMs)
    await clock.advance(Math.max(0, next.atMs - clock.now()))
    progress.show(clock.now(), hub.parts.loop.state().counts)
    await done(next.act())
  }
  await clock.advance(at(24, 1) - clock.now())
  const state = hub.parts.loop.state()
  progress.end()

  const report = await hub.parts.reports.report({
    from: '2026-03-11',
    to: '2026-03-11',
    today: '2026-03-12',
    nowMs: clock.now(),
    sessions: setUp.policy.sessions,
    timeZone: setUp.timeZone,
    names: {
      services: setUp.services,
      counters: setUp.counters.map(({ id, no }) => ({ id, name: no })),
      clerks: [],
      devices: [],
    },
  })
  const seconds = (machine.now() - startedMs) / 1_000
  for (const stop of [hands.close, ...[...desks.values()].map((desk) => desk.close)]) stop()
  await hall.close()
  await hub.close()

  const db = openDatabase(dataDir, beginsMs)
  const rows = db
    .prepare<[], { seq: number; at_ms: number; by_whom: string; body: string }>(
      'select seq, at_ms, by_whom, body from event order by seq',
    )
    .all()
  const journal = rows.map(({ seq, at_ms, by_whom, body }) => ({
    seq,
    atMs: at_ms,
    by: by_whom,
    event: JSON.parse(body),
  }))
  const sameDay = db
    .prepare(
      'select t.number, t.issued_at_ms, t.state, l.* from ticket t join leg l using (hall, day, n) order by day, n, leg',
    )
    .all()
    .map((row) =>
      Object.entries(row as object).filter(([name]) => name !== 'staff_id' && name !== 'rated_by'),
    )
  db.close()
  const { total } = report
  const laws = judge(journal, papers, setUp.policy)
  const count = (type: string) => journal.filter(({ event }) => event.type === type).length
  line({
    simulate: 'day',
    scenario: ask.name,
    citizens: ask.citizens,
    counters: ask.counters,
    speed: ask.speed,
    seed: ask.seed,
    seconds: round(seconds),
    hallSecondsPerSecond: round((at(18, 30) - beginsMs) / 1_000 / seconds),
  })
  line({
    simulate: 'waits',
    n: total.wait.n,
    meanMinutes: minutes(total.wait.meanMs),
    p50Minutes: minutes(total.wait.p50Ms),
    p90Minutes: minutes(total.wait.p90Ms),
  })
  line({
    simulate: 'service',
    n: total.service.n,
    p50Minutes: minutes(total.service.p50Ms),
    p90Minutes: minutes(total.service.p90Ms),
  })
  line({
    simulate: 'calls',
    taken: total.issued,
    called: total.called,
    calls: count('ticketCalled') + count('ticketRecalled'),
    finished: total.finished,
    missed: total.missed,
  })
  line({ simulate: 'ratings', rateable: total.rateable, rated: total.rated, levels: total.levels })
  line({
    simulate: 'devices',
    printed: count('slipPrinted'),
    failedOrUnknown: count('slipFailed'),
    papers: papers.length,
    shownOnPanels: count('callShown'),
    spoken: count('callSpoken'),
  })
  for (const each of laws) line(each)
  line({
    simulate: 'digest',
    sha256: createHash('sha256').update(JSON.stringify(sameDay)).digest('hex').slice(0, 16),
    events: state.seq,
  })
  for (const problem of broken) console.error(problem)
  rmSync(dataDir, { recursive: true, force: true })
  return laws.every(({ holds }) => holds) && broken.length === 0 ? 0 : 1

  async function pace(hallMs: number): Promise<void> {
    if (ask.speed === 0) return
    const earliestMs = startedMs + (hallMs - beginsMs) / ask.speed
    const early = earliestMs - machine.now()
    if (early > 0) await new Promise<void>((ready) => machine.after(early, ready))
  }

  /** An act whose effect never comes is a broken hall, not a longer wait. */
  function done(act: Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = machine.after(30_000, () =>
        reject(new Error(`nothing came of an act at ${new Date(clock.now()).toISOString()}`)),
      )
      act.then(resolve, reject).finally(cancel)
    })
  }

  function until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => void (holds() ? resolve() : machine.after(20, look))
      look()
    })
  }
}
