import { Worker } from 'node:worker_threads'
import type { EstimatesReport, WhatIfReply } from '@jiaohao/core/contract/estimates.ts'
import type { Refused } from '@jiaohao/core/queue/refused.ts'
import type { WhyTold } from '@jiaohao/core/queue/why-told.ts'
import type {
  Asks,
  FileAsk,
  Reply,
  ReportAsk,
  ReportFile,
  Request,
  Store,
  TicketRow,
  TicketsAsk,
  WhyAsk,
} from './ask.ts'
import type { FullReport } from './report.ts'

export interface Reports {
  report(ask: ReportAsk): Promise<FullReport>
  tickets(ask: TicketsAsk): Promise<TicketRow[]>
  file(ask: FileAsk): Promise<ReportFile>
  /** Null for a ticket no day has. */
  why(ask: WhyAsk): Promise<WhyTold | null>
  days(): Promise<Asks['days']['reply']>
  replay(ask: Asks['replay']['ask']): Promise<Asks['replay']['reply']>
  estimates(ask: ReportAsk): Promise<EstimatesReport>
  estimatesFile(ask: FileAsk): Promise<ReportFile>
  whatIf(ask: Asks['whatIf']['ask']): Promise<WhatIfReply | Refused>
  close(): Promise<void>
}

interface Running {
  worker: Worker
  waiting: Map<number, Asker>
}

/** The id on a reply says which kind it answers. */
interface Asker {
  resolve: (reply: never) => void
  reject: (why: Error) => void
}

const mostWaiting = 64

/**
 * Reports are made in a thread of their own over a read-only connection: the hall's loop never waits for one.
 * A worker that dies takes its requests with it, each told why; the next request starts a new one.
 */
export function openReports(store: Store): Reports {
  let running: Running | null = null
  let asked = 0
  let closed = false

  function start(): Running {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: store })
    const started: Running = { worker, waiting: new Map() }
    worker.on('message', (reply: Reply) => {
      const asker = started.waiting.get(reply.id)
      started.waiting.delete(reply.id)
      if ('reply' in reply) asker?.resolve(reply.reply as never)
      else asker?.reject(failed('could not be made', reply.problem))
    })
    const died = (cause: unknown) => {
      if (running === started) running = null
      for (const { reject } of started.waiting.values()) reject(failed('was lost with its worker', cause))
      started.waiting.clear()
    }
    worker.on('error', died)
    worker.on('messageerror', died)
    worker.on('exit', (code) => died(new Error(closed ? 'closed' : `the worker ended with code ${code}`)))
    return started
  }

  function request<Kind extends keyof Asks>(
    kind: Kind,
    ask: Asks[Kind]['ask'],
  ): Promise<Asks[Kind]['reply']> {
    if (closed) return Promise.reject(failed('was asked for after closing', undefined))
    running ??= start()
    const { worker, waiting } = running
    if (waiting.size >= mostWaiting) return Promise.reject(failed('was one too many at once', undefined))
    asked += 1
    const id = asked
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, kind, ask } as Request)
    })
  }

  return {
    report: (ask) => request('report', ask),
    tickets: (ask) => request('tickets', ask),
    file: (ask) => request('file', ask),
    why: (ask) => request('why', ask),
    days: () => request('days', null),
    replay: (ask) => request('replay', ask),
    estimates: (ask) => request('estimates', ask),
    estimatesFile: (ask) => request('estimatesFile', ask),
    whatIf: (ask) => request('whatIf', ask),
    close: async () => {
      closed = true
      await running?.worker.terminate()
    },
  }
}

const failed = (how: string, cause: unknown): Error => new Error(`The report ${how}.`, { cause })
