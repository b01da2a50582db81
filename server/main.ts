import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { clockOf } from '@jiaohao/core/clock.ts'
import { emptyHall } from './empty-hall.ts'
import { type Hub, type HubOptions, openHub } from './hub.ts'
import { DataRefused, databaseFile } from './journal/database.ts'

const help = `叫号 Jiaohao – a hall's queue, from one command

  npm start                              a demonstration hall, in ./data/demo
  npm start -- --empty --data DIR        a real, empty hall, kept in DIR
  npm start -- --data DIR                the hall kept in DIR, whatever it is

  --data DIR     where everything is kept (default ./data/demo)
  --port N       the port of the hub (default 8080)
  --local        only this machine may connect (a real hall: everybody on its network)
  --network      others on the network may connect to the demonstration, too: anybody can
                 sign in there, so only for a while and among friends
  --empty        begin with an empty hall instead of the demonstration
  --help         this text

A new, empty hall prints a link that makes its first administrator; it works once, for a day.
Stop with Ctrl+C; the day goes on where it was at the next start.`

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data/demo' },
    port: { type: 'string', default: '8080' },
    local: { type: 'boolean', default: false },
    network: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(help)
} else {
  await start()
}

async function start(): Promise<void> {
  const dataDir = resolve(values.data)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    stop(`--port ${values.port}: a number from 0 to 65535`)
  const isDemonstration =
    !values.empty && (existsSync(join(dataDir, 'demonstration')) || !existsSync(databaseFile(dataDir)))
  const options: HubOptions = {
    dataDir,
    port,
    address: values.local || (isDemonstration && !values.network) ? '127.0.0.1' : '0.0.0.0',
    clock: clockOf(globalThis),
    firstSetUp: emptyHall,
    screensDir: resolve(import.meta.dirname, '../dist/screens'),
    logLevel: 'warn',
    onBroken: (problem) => {
      console.error(problem)
      process.exit(1)
    },
  }
  try {
    const hub = isDemonstration ? await demonstration(options) : await realHall(options)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void hub.close().then(() => process.exit(0)))
    }
  } catch (problem) {
    if (problem instanceof DataRefused) stop(problem.message)
    if ((problem as { code?: string }).code === 'EADDRINUSE') {
      stop(`Port ${port} is taken. Another hub may be running; or choose another: --port N`)
    }
    throw problem
  }
}

async function realHall(options: HubOptions): Promise<Pick<Hub, 'close'>> {
  const hub = await openHub(options)
  console.log(`叫号 Jiaohao is open: ${hub.url}/console   (data in ${options.dataDir})`)
  if (hub.firstToken) console.log(`First administrator (once): ${hub.url}/console#first=${hub.firstToken}`)
  return hub
}

/** The demonstration brings its own devices and people; a hub without that folder still runs real halls. */
async function demonstration(options: HubOptions): Promise<{ close(): Promise<void> }> {
  const { openFloor } = await import('../test/floor/open-floor.ts')
  return openFloor(options)
}

function stop(why: string): never {
  console.error(why)
  process.exit(1)
}
