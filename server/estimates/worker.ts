import { setPriority } from 'node:os'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { estimate } from '@jiaohao/core/estimate/estimate.ts'
import { fit, type Model } from '@jiaohao/core/estimate/model.ts'
import type { Observed } from '@jiaohao/core/estimate/observe.ts'
import type { Hall } from '@jiaohao/core/queue/hall.ts'
import Database from 'better-sqlite3'
import { openDaySeen } from './day-seen.ts'
import { eventsFrom, pastDays, todaySeq } from './journal-read.ts'
import type { FromEstimates, Store, ToEstimates } from './messages.ts'

/**
 * The estimates' own thread: it reads what happened from the journal, keeps its own copy of the state, and plays
 * the rest of the day over and over. It yields to the hall's loop: lower priority, and a rest after each estimate.
 */
const { databaseFile, hallId } = workerData as Store
const db = new Database(databaseFile, { readonly: true, fileMustExist: true, timeout: 5_000 })
const daysLearned = 10
const longestRestMs = 500
/** Rests so many times as long as it worked. */
const restsTimes = 4
/** Fitting looks at every service of eleven days; a few seconds more or less of today change nothing. */
const fitEveryMs = 5_000
const niceness = 19

/** On Linux a priority is a thread's own; elsewhere it would slow the hub, so it stays as it is. */
if (process.platform === 'linux') setPriority(niceness)

let hall: Hall | null = null
let nowMs = 0
let due = false
let running = false
let closed = false
let seen = openDaySeen('UTC')
let past: Observed[] = []
let model: { atMs: number; is: Model } | null = null

parentPort?.on('message', (message: ToEstimates) => {
  if (message.is === 'close') closed = true
  else if (message.is === 'setUp') {
    if (message.hall.timeZone !== hall?.timeZone) startOver(message.hall.timeZone)
    hall = message.hall
  } else nowMs = message.nowMs
  due = true
  if (!running) void run()
})

async function run(): Promise<void> {
  running = true
  while (due && !closed) {
    due = false
    if (!hall) continue
    const beganMs = performance.now()
    catchUp()
    tell(hall)
    await setTimeout(Math.min(longestRestMs, restsTimes * (performance.now() - beganMs)))
    if (past.length < daysLearned) await learn(hall.timeZone)
  }
  running = false
  if (!closed) return
  db.close()
  parentPort?.close()
}

function startOver(timeZone: string): void {
  seen = openDaySeen(timeZone)
  past = []
  learned = false
}

function catchUp(): void {
  const from = seen.state().seq === 0 ? todaySeq(db, hallId) : seen.state().seq + 1
  if (from === null) return
  for (const recorded of eventsFrom(db, hallId, from)) seen.see(recorded)
  const over = seen.takeOver()
  if (over) past = [...past, over].slice(-daysLearned)
}

let learned = false
/** Earlier days, read once, a day at a time, so that an estimate never waits for all of them. */
async function learn(timeZone: string): Promise<void> {
  if (learned) return
  learned = true
  const before: Observed[] = []
  for (const { from, to } of pastDays(db, hallId, daysLearned)) {
    if (closed) return
    const day = openDaySeen(timeZone)
    let count = 0
    for (const recorded of eventsFrom(db, hallId, from, to)) {
      day.see(recorded)
      if (++count % 500 === 0) await setImmediate()
      if (closed) return
    }
    before.unshift(day.observed())
  }
  if (before.length === 0) return
  past = [...before, ...past].slice(-daysLearned)
  model = null
  due = true
}

function tell(of: Hall): void {
  const state = seen.state()
  const today = seen.observed()
  if (!model || nowMs - model.atMs >= fitEveryMs || nowMs < model.atMs)
    model = { atMs: nowMs, is: fit(past, today) }
  const waits = estimate({ hall: of, state, model: model.is, past, today, atMs: nowMs, seed: state.seq })
  const message: FromEstimates = { seq: state.seq, waits }
  parentPort?.postMessage(message)
}
