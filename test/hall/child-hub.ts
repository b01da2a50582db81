import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Opened, Rules } from './hub-process.ts'

/** A hub running in a child process. */
export interface ChildHub extends Opened {
  url: string
  pid: number
  /** What the process holds of the machine's memory now. */
  memoryBytes(): Promise<number>
  /** How long after each call so far every wait was told anew, in ms. */
  freshMs(): Promise<number[]>
  /** kill −9: no warning, nothing flushed. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts `hub-process.ts` and waits until its port is open; rejects with its exit code when it does not get there. */
export async function openChildHub(open: {
  dataDir: string
  port?: number
  kiosks?: number
  boards?: number
  counters?: number
  rules?: Rules
  estimates?: boolean
  /** A clock that runs `speed` times as fast as the machine's since then. */
  since?: number
  speed?: number
  /** Printers for the kiosks; each then has a letter of its own too. */
  printers?: readonly string[]
}): Promise<ChildHub> {
  const {
    dataDir,
    port = 0,
    kiosks = 0,
    boards = 0,
    counters = 1,
    rules = 'plain',
    estimates = true,
    since = 0,
    speed = 1,
  } = open
  const printers = (open.printers ?? []).join(',')
  const child = fork(
    new URL('./hub-process.ts', import.meta.url),
    Object.entries({
      data: dataDir,
      port,
      kiosks,
      boards,
      counters,
      rules,
      estimates,
      since,
      speed,
      printers,
    }).map(([key, value]) => `--${key}=${value}`),
    { execArgv: [] },
  )
  const gone = once(child, 'exit')
  const opened = await Promise.race([
    once(child, 'message').then(([message]) => message as Opened),
    gone.then(([code]) => {
      throw new Error(`the hub ended with ${code} before it opened`)
    }),
  ])
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await gone
  }
  return {
    ...opened,
    url: `http://127.0.0.1:${opened.port}`,
    pid: child.pid ?? 0,
    memoryBytes: async () => {
      child.send('memory')
      const [{ memoryBytes }] = (await once(child, 'message')) as [{ memoryBytes: number }]
      return memoryBytes
    },
    freshMs: async () => {
      child.send('fresh')
      const [{ freshMs }] = (await once(child, 'message')) as [{ freshMs: number[] }]
      return freshMs
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
