import { networkInterfaces } from 'node:os'
import type { Clock } from '@jiaohao/core/clock.ts'
import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { noItems } from '@jiaohao/core/items/hall-items.ts'
import { checkToday } from '@jiaohao/core/queue/check-today.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import type { FastifyInstance } from 'fastify'
import { openAlarmTable } from './alarms/alarm-table.ts'
import { openAlarms } from './alarms/open-alarms.ts'
import { openApp } from './app.ts'
import { openAudit } from './audit.ts'
import { freshSecret } from './auth/secret.ts'
import { openSessions } from './auth/sessions.ts'
import { openCalendar } from './calendar.ts'
import { openDeviceStates } from './device-states.ts'
import { openEstimates } from './estimates/open-estimates.ts'
import { openHallLoop } from './hall-loop.ts'
import { hallSecret } from './hall-secret.ts'
import { openCatalogue } from './items/catalogue.ts'
import { openItemImages } from './items/images.ts'
import { openImports } from './items/imports.ts'
import { openCheckpoints } from './journal/checkpoints.ts'
import { backUp, type Db, databaseFile, ifDiskAllows, openDatabase, refusedData } from './journal/database.ts'
import { openSqliteJournal } from './journal/sqlite-journal.ts'
import { openOfflineLetters } from './offline-letters.ts'
import type { Parts } from './parts.ts'
import { openReports } from './reports/open-reports.ts'
import { openSetUp } from './set-up.ts'
import { type HubSockets, openSockets } from './sockets.ts'
import { openStaff } from './staff.ts'
import { openStations } from './stations.ts'
import { openWrongCodes } from './wrong-codes.ts'

const version = '0.1.0'

export interface HubOptions {
  dataDir: string
  /** 0 takes any free port. */
  port: number
  /** `0.0.0.0` for a hall's network, `127.0.0.1` for this machine alone. */
  address: string
  clock: Clock
  /** The set-up of a hall that has none yet. */
  firstSetUp: HallSetUp
  screensDir: string
  logLevel: string
  /** Registers more routes before the port opens: the demonstration's floor. */
  extend?: (app: FastifyInstance, parts: Parts) => Promise<void> | void
  onBroken: (problem: unknown) => void
}

export interface Hub {
  url: string
  port: number
  parts: Parts
  /** For namespaces of one's own beside the contract's. */
  io: HubSockets
  /** The token of the one-time administrator link, while nobody has an account. */
  firstToken: string | null
  backUp(name: string): string
  close(): Promise<void>
}

const hallId = 'hall'
const answersKeptMs = 3 * 86_400_000
/** Reports reach back 400 days; the law asks for 180. */
const recordsKeptMs = 400 * 86_400_000
const tidyEveryMs = 3_600_000

/** Opens the hub: one process, one port, one database file. Throws DataRefused when the data cannot be used. */
export async function openHub(options: HubOptions): Promise<Hub> {
  const db = openDatabase(options.dataDir, options.clock.now())
  try {
    return await openOn(db, options)
  } catch (problem) {
    db.close()
    throw refusedData(problem, options.dataDir)
  }
}

async function openOn(db: Db, options: HubOptions): Promise<Hub> {
  const { clock } = options
  const journal = openSqliteJournal(db, hallId)
  const audit = openAudit(db, clock)
  const staff = openStaff(db, clock)
  const sessions = openSessions(db, clock, staff)
  const stations = openStations(db, clock)
  const letters = openOfflineLetters(stations, () => parts.applySetUp())
  const setUp = openSetUp(
    db,
    clock,
    hallId,
    options.firstSetUp,
    (hall) => checkToday({ ...hall, calendar: loop.hall().calendar }, loop.hall(), loop.state(), clock.now()),
    letters,
  )
  const calendar = openCalendar(
    db,
    clock,
    hallId,
    () => setUp.read().hall,
    (next) => checkToday({ ...loop.hall(), calendar: next }, loop.hall(), loop.state(), clock.now()),
  )
  const reports = openReports({ databaseFile: databaseFile(options.dataDir), hallId })
  let phoneUrl = ''
  const loop = openHallLoop({
    hall: setUp.hall(staff.cards(), noItems, calendar.inForce(), phoneUrl),
    journal,
    clock,
    secret: freshSecret,
    waits: () => estimates.now(),
    onBroken: options.onBroken,
  })
  const estimates = openEstimates({
    store: { databaseFile: databaseFile(options.dataDir), hallId },
    loop,
    clock,
  })
  const catalogue = openCatalogue(db, clock, hallId, loop.hall)
  const itemImages = openItemImages(db, clock, hallId)
  const imports = openImports(db, clock, hallId, catalogue)
  const deviceStates = openDeviceStates(db, clock, hallId)
  const alarmTable = openAlarmTable(db, hallId)
  const alarms = openAlarms({ clock, loop, stations, deviceStates, table: alarmTable })
  const parts: Parts = {
    clock,
    journal,
    loop,
    audit,
    staff,
    sessions,
    stations,
    setUp,
    calendar,
    catalogue,
    itemImages,
    imports,
    reports,
    estimates,
    alarms,
    deviceStates,
    cardSecret: hallSecret(db, hallId, 'cards'),
    wrongCodes: openWrongCodes(clock),
    askStation: {
      inspect: (...asked) => sockets.askStation.inspect(...asked),
      test: (...asked) => sockets.askStation.test(...asked),
      screenshot: (...asked) => sockets.askStation.screenshot(...asked),
    },
    applySetUp: () =>
      loop.setUp(setUp.hall(staff.cards(), catalogue.hallItems(), calendar.inForce(), phoneUrl)),
    cutOff: (match, reason) => sockets.cutOff(match, reason),
    tellStation: (id) => sockets.tellStation(id),
  }
  // Which versions are in force changes with the hall's day.
  loop.onTold((recorded) => {
    if (recorded.some(({ event }) => event.type === 'dayOpened')) parts.applySetUp()
  })
  const app = await openApp({ parts, screensDir: options.screensDir, version, logLevel: options.logLevel })
  await options.extend?.(app, parts)
  const sockets = openSockets(app.server, parts)
  app.addHook('preClose', async () => {
    sockets.io.engine.close()
  })
  await app.listen({ port: options.port, host: options.address })
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : options.port
  phoneUrl = `http://${options.address === '0.0.0.0' ? lanAddress() : options.address}:${port}`
  parts.applySetUp()
  const checkpoints = openCheckpoints(databaseFile(options.dataDir), options.onBroken)

  let cancelTidy = clock.after(tidyEveryMs, tidy)
  function tidy(): void {
    ifDiskAllows(() => journal.forgetAnswers(clock.now() - answersKeptMs))
    const { policy, timeZone } = loop.hall()
    ifDiskAllows(() =>
      journal.forgetIdentities(dayOf(clock.now() - policy.identityKeptDays * 86_400_000, timeZone)),
    )
    deviceStates.forget(clock.now() - recordsKeptMs)
    alarmTable.forget(clock.now() - recordsKeptMs)
    cancelTidy = clock.after(tidyEveryMs, tidy)
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    parts,
    io: sockets.io,
    firstToken: staff.firstLink(),
    backUp: (name) => backUp(db, options.dataDir, name),
    close: async () => {
      cancelTidy()
      alarms.close()
      sockets.close()
      await app.close()
      await loop.close()
      await reports.close()
      await imports.close()
      await estimates.close()
      await checkpoints.close()
      db.close()
    },
  }
}

/** The first address of this machine that others in the hall can reach. */
function lanAddress(): string {
  const found = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)
  return found?.address ?? '127.0.0.1'
}
