import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { isDiskTrouble } from './database.ts'

/** Often enough that the log stays small, seldom enough that pages written many times are copied once. */
const everyMs = 2_000

const db = new Database(workerData as string, { fileMustExist: true, timeout: 0 })
/** Passive: waits for nobody and makes nobody wait; a full disk is the next commit's news, not this thread's. */
const timer = setInterval(() => {
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } catch (problem) {
    if (!isDiskTrouble(problem)) throw problem
  }
}, everyMs)

parentPort?.once('message', () => {
  clearInterval(timer)
  db.close()
})
