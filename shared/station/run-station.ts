import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Clock, clockOf } from '@jiaohao/core/clock.ts'
import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import { findBrowser, openBrowser } from './browser.ts'
import type { HubState } from './hub-link.ts'
import { pairedKey } from './keeper.ts'
import type { Station, StationStart } from './station.ts'

export interface StationCommand {
  /** As in `npm run kiosk`. */
  name: string
  kind: StationKind
  about: string
  port: number
  open: (start: StationStart) => Promise<Station>
}

/** One of the three apps from its command line: pairs, opens, says where, and closes in order. */
export async function runStation(command: StationCommand): Promise<void> {
  const { name, about } = command
  const { values } = parseArgs({
    options: {
      hub: { type: 'string', default: 'http://127.0.0.1:8080' },
      data: { type: 'string', default: `data/${name}` },
      port: { type: 'string', default: String(command.port) },
      browser: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(helpOf(name, about, command.port))
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return stop(`--port ${values.port}: 0 to 65535`)
  if (!URL.canParse(values.hub)) return stop(`--hub ${values.hub}: an address like http://10.0.0.5:8080`)
  const program = findBrowser(process.env)
  if (values.browser && !program) {
    return stop(
      'No Chromium, Chrome or Edge on this machine. Install one (Debian: apt install chromium), or leave out ' +
        '--browser and open the page shown here in any browser.',
    )
  }
  const dataDir = resolve(values.data)
  const clock = clockOf(globalThis)
  const say = (line: string) => console.log(line)
  const station = await openPaired(command, { hub: values.hub, dataDir, port, clock, say })
  say(`${name}: ${station.url}`)
  const browser = values.browser && program ? openBrowser(program, station.url, dataDir, clock) : undefined
  if (browser) station.lookThrough(browser.camera)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      browser?.close()
      void station.close().then(() => process.exit(0))
    })
  }
}

/** Pairs this station where that is still to be done, which may take until somebody comes, and opens it. */
export async function openPaired(
  { kind, open }: Pick<StationCommand, 'kind' | 'open'>,
  start: { hub: string; dataDir: string; port: number; clock: Clock; say: (line: string) => void },
): Promise<Station> {
  const { dataDir, port, clock, say } = start
  const { origin: hubUrl } = new URL(start.hub)
  const key = await pairedKey({ hubUrl, dataDir, kind, clock, say })
  const onState = (state: HubState) => say(wordsOf(state, hubUrl, dataDir))
  return open({ hubUrl, key, dataDir, port, clock, random: Math.random, onState })
}

function wordsOf(state: HubState, hubUrl: string, dataDir: string): string {
  switch (state.is) {
    case 'online':
      return `The hub is there: ${hubUrl}`
    case 'away':
      return 'The hub is away; trying on'
    case 'turnedAway':
      return state.because === 'protocol'
        ? 'This station and the hub are of different versions; update this one'
        : `The hub does not know this station any more; delete ${dataDir}/station.key to pair it again`
  }
}

const helpOf = (name: string, about: string, port: number) => `${about}

  npm run ${name} -- --hub http://HUB:8080

  --hub URL      the hub (default http://127.0.0.1:8080)
  --data DIR     where its key and its records are kept (default data/${name})
  --port N       its own page, on this machine only (default ${port}; 0 takes any)
  --browser      open that page over the whole screen in Chromium, Chrome or Edge
  --help         this text

The first start shows a code; an administrator confirms it in the console and sets up the devices there.
Stop with Ctrl+C.`

function stop(why: string): void {
  console.error(why)
  process.exitCode = 1
}
