import { Worker } from 'node:worker_threads'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type { ReadAsk, ReadItems } from './read-items.ts'

const withinMs = 20_000
const mostHeapMb = 384

/** Reads one file at a time, apart from the hall: a file that takes too long or too much memory is `tooLarge`. */
export function openReader() {
  let running: Worker | null = null

  function read(ask: ReadAsk): Promise<ReadItems | Refused> {
    if (running) return Promise.resolve(refused('tooMuch'))
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: ask,
      resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    })
    running = worker
    return new Promise((answer) => {
      const end = (answered: ReadItems | Refused) => {
        clearTimeout(limit)
        if (running === worker) running = null
        answer(answered)
        void worker.terminate()
      }
      const limit = setTimeout(() => end({ unreadable: 'tooLarge' }), withinMs)
      worker.once('message', (told: ReadItems) => end(told))
      worker.once('error', (problem: Error & { code?: string }) =>
        end({ unreadable: problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'notATable' }),
      )
      worker.once('exit', () => end({ unreadable: 'notATable' }))
    })
  }

  return {
    read,
    close: async () => {
      await running?.terminate()
    },
  }
}
