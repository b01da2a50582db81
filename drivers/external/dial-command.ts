import { type ChildProcess, spawn } from 'node:child_process'
import type { Clock } from '@jiaohao/core/clock.ts'
import { inlet } from '../transport/inlet.ts'
import type { Dial, Wire } from '../transport/wire.ts'
import type { Command } from './allowed-command.ts'
import { openLogLines } from './log-lines.ts'
import { endGroup } from './process-group.ts'

export interface DialCommandOptions extends Command {
  /** Where it runs. */
  folder: string
  clock: Clock
  /** A line of its stderr, or about it. */
  onLog: (line: string) => void
}

/** A program that lived this long was well, so the next one starts at once. */
const wellAfterMs = 60_000
const firstRestMs = 500
const mostRestMs = 30_000
/** After its end a program's last words may still be in the pipe. */
const lastWordsMs = 500
/** Of our own environment a program gets what it needs to run, and no more. */
const environmentKept = ['PATH', 'HOME', 'LANG', 'TZ', 'SystemRoot', 'TEMP', 'TMP']

/**
 * Starts a program for every connection; its stdin and stdout are the wire, its stderr goes to the log. It leads a
 * process group of its own, which ends with the wire and with this process. One that ends early again and again
 * rests longer each time, half a second to half a minute.
 */
export function dialCommand({ program, options, folder, clock, onLog }: DialCommandOptions): Dial {
  const log = openLogLines(clock, onLog)
  let earlyEnds = 0
  let restUntilMs = Number.NEGATIVE_INFINITY

  function rested(startedAtMs: number) {
    const wasWell = clock.now() - startedAtMs >= wellAfterMs
    earlyEnds = wasWell ? 0 : earlyEnds + 1
    const restMs = wasWell ? 0 : Math.min(mostRestMs, firstRestMs * 2 ** Math.min(earlyEnds - 1, 16))
    restUntilMs = clock.now() + restMs
  }

  return () =>
    new Promise((opened, refused) => {
      if (clock.now() < restUntilMs)
        return refused(new Error(`the program ended early ${earlyEnds} times and rests`))
      const startedAtMs = clock.now()
      const child = spawn(program, options, {
        cwd: folder,
        env: Object.fromEntries(environmentKept.map((name) => [name, process.env[name]])),
        stdio: ['pipe', 'pipe', 'pipe'],
        shell: false,
        detached: process.platform !== 'win32',
        windowsHide: true,
      })
      child.on('error', (error) => {
        rested(startedAtMs)
        refused(error)
      })
      child.on('spawn', () => opened(wireOf(child, clock, log, () => rested(startedAtMs))))
    })
}

function wireOf(
  child: ChildProcess,
  clock: Clock,
  log: ReturnType<typeof openLogLines>,
  onEnd: () => void,
): Wire {
  const { promise: closed, resolve: ended } = Promise.withResolvers<string>()
  const incoming = inlet()
  let alive = true
  let cancelLastWords = () => {}
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    if (alive) endGroup(child, signal, log.line)
  }
  const withUs = () => end('SIGKILL')
  process.once('exit', withUs)

  function over(why: string) {
    cancelLastWords()
    child.stdout?.destroy()
    child.stderr?.destroy()
    ended(why)
  }

  child.on('exit', (code, signal) => {
    // Whoever it started and left behind ends with it.
    end('SIGKILL')
    alive = false
    process.off('exit', withUs)
    onEnd()
    const why = `the program ended ${signal ? `by ${signal}` : `with ${code}`}`
    child.on('close', () => over(why))
    cancelLastWords = clock.after(lastWordsMs, () => over(why))
  })
  // A program that no longer reads is told by its exit, or by the write that stalls.
  child.stdin?.on('error', (error) => log.line(error.message))
  child.stdout?.on('data', (bytes: Uint8Array) => incoming.arrived(bytes))
  child.stderr?.setEncoding('utf8').on('data', log.text)

  return {
    send: (bytes) =>
      new Promise((sent, failed) => {
        if (!alive || !child.stdin?.writable) return failed(new Error('the program has ended'))
        child.stdin.write(bytes, (error) => (error ? failed(error) : sent()))
      }),
    onBytes: incoming.onBytes,
    closed,
    close: () => {
      child.stdin?.end()
      end('SIGTERM')
    },
    drop: () => end('SIGKILL'),
  }
}
