import { Worker } from 'node:worker_threads'

/** Copies the write-ahead log into the database file in a thread of its own, so that no command waits for it. */
export interface Checkpoints {
  close(): Promise<void>
}

export function openCheckpoints(databaseFile: string, onBroken: (problem: unknown) => void): Checkpoints {
  const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), { workerData: databaseFile })
  worker.unref()
  worker.on('error', onBroken)
  const gone = new Promise<void>((done) => worker.once('exit', () => done()))
  return {
    close: async () => {
      worker.ref()
      worker.off('error', onBroken)
      worker.postMessage('close')
      await gone
    },
  }
}
