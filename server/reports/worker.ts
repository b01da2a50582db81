import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { estimatesOf } from '../estimates/report.ts'
import { estimatesSheet } from '../estimates/sheet.ts'
import { whatIfOf } from '../estimates/what-if.ts'
import type { Asks, Reply, Request, Store } from './ask.ts'
import { fileOf } from './file.ts'
import { daysOf, openReplays } from './replay.ts'
import { reportOf } from './report.ts'
import { sheetOf } from './sheet.ts'
import { ticketsOf } from './tickets.ts'
import { whyOf } from './why.ts'

/** The reports' own thread: one read-only connection, so that no report can stop or change the hall. */
const { databaseFile, hallId } = workerData as Store
const db = new Database(databaseFile, { readonly: true, fileMustExist: true, timeout: 5_000 })
const replays = openReplays(db, hallId)

async function answerTo(request: Request): Promise<Asks[keyof Asks]['reply']> {
  switch (request.kind) {
    case 'report':
      return reportOf(db, hallId, request.ask)
    case 'tickets':
      return ticketsOf(db, hallId, request.ask)
    case 'file':
      return fileOf(sheetOf(reportOf(db, hallId, request.ask), request.ask.language), request.ask)
    case 'estimates':
      return estimatesOf(db, hallId, request.ask)
    case 'estimatesFile':
      return fileOf(estimatesSheet(estimatesOf(db, hallId, request.ask), request.ask.language), request.ask)
    case 'whatIf':
      return whatIfOf(db, hallId, request.ask)
    case 'days':
      return daysOf(db, hallId)
    case 'replay':
      return replays.page(request.ask)
    case 'why':
      return whyOf(db, hallId, request.ask)
  }
}

parentPort?.on('message', (request: Request) => {
  const { id } = request
  const tell = (reply: Reply) => parentPort?.postMessage(reply)
  void answerTo(request).then(
    (reply) => tell({ id, reply }),
    (problem: unknown) => tell({ id, problem }),
  )
})
