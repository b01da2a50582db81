import { Worker } from 'node:worker_threads'
import type { Clock } from '@jiaohao/core/clock.ts'
import { noWaits, type Waits } from '@jiaohao/core/estimate/waits.ts'
import { noItems } from '@jiaohao/core/items/hall-items.ts'
import { usualSlip } from '@jiaohao/core/text/slip-template.ts'
import type { HallLoop } from '../hall-loop.ts'
import type { FromEstimates, Store, ToEstimates } from './messages.ts'

/** How long everybody will wait, as last made: the hall's loop never waits for an estimate. */
export interface Estimates {
  now(): Waits
  /** Up to which event the newest estimate knows the hall. */
  seq(): number
  onChanged(listener: () => void): void
  close(): Promise<void>
}

/** What happens together is told together: the thread reads it from the journal itself. */
const tellAfterMs = 50
/** Time alone changes an estimate. */
const tellAgainMs = 15_000
/** A thread that failed begins anew after so long: a hall can do without estimates, not without its hub. */
const againAfterMs = 60_000

export function openEstimates(open: {
  store: Store
  loop: Pick<HallLoop, 'hall' | 'onTold'>
  clock: Clock
}): Estimates {
  const { loop, clock } = open
  const listeners: (() => void)[] = []
  let newest: FromEstimates = { seq: 0, waits: noWaits }
  let told: unknown = null
  let cancel: (() => void) | null = null
  let cancelAgain = () => {}
  let closed = false
  let running = start()

  function start() {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: open.store })
    worker.unref()
    worker.on('message', (message: FromEstimates) => show(message))
    worker.on('error', (problem) => {
      if (closed) return
      console.error(new Error('The estimates failed; they begin anew in a minute.', { cause: problem }))
      show({ seq: 0, waits: noWaits })
      cancelAgain()
      cancelAgain = clock.after(againAfterMs, () => {
        running = start()
        told = null
        tellNow()
      })
    })
    return { worker, gone: new Promise<void>((done) => worker.once('exit', () => done())) }
  }

  function show(message: FromEstimates): void {
    newest = message
    for (const listener of listeners) listener()
  }
  const tell = (message: ToEstimates) => running.worker.postMessage(message)

  function tellNow(): void {
    cancel = null
    cancelAgain()
    cancelAgain = clock.after(tellAgainMs, tellNow)
    const hall = loop.hall()
    if (hall !== told) tell({ is: 'setUp', hall: { ...hall, items: noItems, clerks: [], slip: usualSlip } })
    told = hall
    tell({ is: 'happened', nowMs: clock.now() })
  }
  loop.onTold(() => {
    cancel ??= clock.after(tellAfterMs, tellNow)
  })
  tellNow()

  return {
    now: () => newest.waits,
    seq: () => newest.seq,
    onChanged: (listener) => void listeners.push(listener),
    close: async () => {
      cancel?.()
      cancelAgain()
      closed = true
      running.worker.ref()
      tell({ is: 'close' })
      await running.gone
    },
  }
}
