import { parentPort, workerData } from 'node:worker_threads'
import { type ReadAsk, readItems } from './read-items.ts'

/** Files come from anywhere: they are read in a thread of their own, with a memory of its own, that may be ended. */
void readItems(workerData as ReadAsk).then((read) => parentPort?.postMessage(read))
