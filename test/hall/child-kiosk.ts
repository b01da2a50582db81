import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A kiosk's station running in a child process. */
export interface ChildKiosk {
  port: number
  url: string
  /** kill −9: no warning, nothing flushed. */
  kill(): Promise<void>
}

export async function openChildKiosk(open: {
  hub: string
  key: string
  data: string
  port: number
  since: number
  speed: number
}): Promise<ChildKiosk> {
  const child = fork(
    new URL('./kiosk-process.ts', import.meta.url),
    Object.entries(open).map(([key, value]) => `--${key}=${value}`),
    { execArgv: [] },
  )
  const gone = once(child, 'exit')
  const { port } = await Promise.race([
    once(child, 'message').then(([message]) => message as { port: number }),
    gone.then(([code]): never => {
      throw new Error(`the kiosk ended with ${code} before it opened`)
    }),
  ])
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
