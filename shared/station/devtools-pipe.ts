import type { Readable, Writable } from 'node:stream'
import type { Clock } from '@jiaohao/core/clock.ts'

/**
 * The two pipes of a browser started with `--remote-debugging-pipe`: one JSON object to a NUL. Nobody else on the
 * machine can speak to it, which a port would allow (chromedevtools.github.io/devtools-protocol).
 */
export interface DevtoolsPipe {
  /** Rejects when the browser refuses, says nothing in time, or is gone. */
  ask(method: string, params?: object, sessionId?: string): Promise<unknown>
  close(): void
}

const askedWithinMs = 8_000
/** The longest answer is a picture, in base64. */
const mostAnswerBytes = 8 * 1024 * 1024

export function openDevtoolsPipe(to: Writable, from: Readable, clock: Clock): DevtoolsPipe {
  const waiting = new Map<number, { resolve(result: unknown): void; reject(why: Error): void }>()
  let asked = 0
  let over: string | undefined
  let rest = Buffer.alloc(0)

  function end(why: string) {
    over ??= why
    for (const { reject } of waiting.values()) reject(new Error(over))
    waiting.clear()
    rest = Buffer.alloc(0)
  }

  function hear(bytes: Buffer) {
    rest = Buffer.concat([rest, bytes])
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      const line = rest.subarray(0, at).toString('utf8')
      rest = rest.subarray(at + 1)
      take(line)
    }
    if (rest.length > mostAnswerBytes) {
      end('an answer without end')
      from.destroy()
    }
  }

  /** Events, and answers nobody waits for any more, have no one to tell. */
  function take(line: string) {
    const said = JSON.parse(line) as { id?: number; result?: unknown; error?: { message?: string } }
    const asker = said.id === undefined ? undefined : waiting.get(said.id)
    if (!asker) return
    waiting.delete(said.id as number)
    if (said.error) asker.reject(new Error(said.error.message ?? 'refused'))
    else asker.resolve(said.result)
  }

  from.on('data', hear)
  from.on('end', () => end('the browser has ended'))
  for (const pipe of [to, from]) pipe.on('error', (problem: Error) => end(problem.message))

  return {
    ask: (method, params = {}, sessionId) => {
      if (over !== undefined) return Promise.reject(new Error(over))
      asked += 1
      const id = asked
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const cancel = clock.after(askedWithinMs, () => reject(new Error(`no answer to ${method}`)))
      waiting.set(id, { resolve, reject })
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      return promise.finally(() => {
        cancel()
        waiting.delete(id)
      })
    },
    close: () => end('closed here'),
  }
}
