import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { Route } from '@jiaohao/core/contract/route.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import type { StationKind } from '@jiaohao/core/contract/socket.ts'

export interface PairingOptions {
  hubUrl: string
  dataDir: string
  kind: StationKind
  clock: Clock
  /** Tells the technician at the console. */
  say: (line: string) => void
  pollEveryMs?: number
}

const againAfterMs = 5_000

/** The key this station got when it was paired with this hub; without one it asks, and waits to be confirmed. */
export async function pairedKey(options: PairingOptions): Promise<string> {
  const { hubUrl, dataDir } = options
  const kept = readKey(dataDir, hubUrl)
  if (kept !== undefined) return kept
  const key = await pair(options)
  keepKey(dataDir, hubUrl, key)
  options.say('Paired.')
  return key
}

async function pair({ hubUrl, kind, clock, say, pollEveryMs = 2_000 }: PairingOptions): Promise<string> {
  let said = ''
  const sayOnce = (line: string) => {
    if (line !== said) say(line)
    said = line
  }
  for (;;) {
    try {
      const { code, claim } = await call(hubUrl, routes.askPairing, { body: { kind, about: about() } })
      sayOnce(`Confirm this ${kind} station in the console (终端), code: ${code}`)
      for (;;) {
        await pause(clock, pollEveryMs)
        const reply = await call(hubUrl, routes.claimPairing, { params: { claim } })
        if (reply.is === 'paired') return reply.key
        if (reply.is === 'gone') break
      }
    } catch (problem) {
      sayOnce(
        `Cannot pair with ${hubUrl}: ${problem instanceof Error ? problem.message : problem}; trying on`,
      )
      await pause(clock, againAfterMs)
    }
  }
}

const about = () => `${hostname()} ${process.platform}`.slice(0, 60)

async function call<P, Q, B, R>(
  hubUrl: string,
  route: Route<P, Q, B, R>,
  ask: { params?: Record<string, string>; body?: B },
): Promise<R> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(ask.params?.[name] ?? ''),
  )
  const response = await fetch(new URL(path, hubUrl), {
    method: route.method,
    signal: AbortSignal.timeout(againAfterMs),
    ...(ask.body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(ask.body) }),
  })
  if (!response.ok) throw new Error(`the hub answered ${response.status}`)
  return route.reply.parse(await response.json())
}

const fileIn = (dataDir: string) => join(dataDir, 'station.key')

/** Two lines: the hub and the key. A key belongs to one hub and is shown to no other. */
function readKey(dataDir: string, hubUrl: string): string | undefined {
  if (!existsSync(fileIn(dataDir))) return undefined
  const [hub, key] = readFileSync(fileIn(dataDir), 'utf8').split('\n')
  return hub === hubUrl && key ? key : undefined
}

/** Readable by this station's own user alone. */
function keepKey(dataDir: string, hubUrl: string, key: string): void {
  mkdirSync(dataDir, { recursive: true })
  const fresh = `${fileIn(dataDir)}.new`
  writeFileSync(fresh, `${hubUrl}\n${key}\n`, { mode: 0o600, flush: true })
  renameSync(fresh, fileIn(dataDir))
}

const pause = (clock: Clock, ms: number) => new Promise<void>((done) => clock.after(ms, done))
