import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, clockOf } from '@jiaohao/core/clock.ts'
import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import type { Role } from '@jiaohao/core/queue/who.ts'
import { type Hub, openHub } from '@jiaohao/server/hub.ts'
import { type Client, connect } from './client.ts'
import { smallHall } from './small-hall.ts'

/** A real hub on a real port over real SQLite in a folder of its own, with ways to become anybody in it. */
export interface TestHall {
  hub: Hub
  url: string
  dataDir: string
  /** A staff account with these roles, signed in: its id, cookie and socket. */
  staff(login: string, ...roles: Role[]): Promise<{ id: string; cookie: string; client: Client }>
  /** A paired station: its id, key and socket. */
  station(
    setUp: Partial<StationSetUp> & Pick<StationSetUp, 'kind'>,
  ): Promise<{ id: string; key: string; client: Client }>
  phone(ticketId: string): Promise<Client>
  /** Ends this hub and opens another on the same data and port, as a restart does. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function openTestHall(
  open: { setUp?: HallSetUp; clock?: Clock; dataDir?: string; screensDir?: string } = {},
): Promise<TestHall> {
  const dataDir = open.dataDir ?? mkdtempSync(join(tmpdir(), 'jiaohao-'))
  const openOne = (port: number) =>
    openHub({
      dataDir,
      port,
      address: '127.0.0.1',
      clock: open.clock ?? clockOf(globalThis),
      firstSetUp: open.setUp ?? smallHall,
      screensDir: open.screensDir ?? join(dataDir, 'no-screens'),
      logLevel: 'silent',
      onBroken: (problem) => {
        throw problem
      },
    })
  let hub = await openOne(0)
  const clients: Client[] = []
  const enter = async (auth: Parameters<typeof connect>[1]): Promise<Client> => {
    const client = await connect(hub.url, auth)
    clients.push(client)
    return client
  }

  return {
    get hub() {
      return hub
    },
    url: hub.url,
    dataDir,
    staff: async (login, ...roles) => {
      const { staff, sessions, applySetUp } = hub.parts
      const id = staff.add({ login, name: login, no: '', post: '', roles, active: true, mayChoose: true })
      if (typeof id !== 'string') throw new Error(id.refused)
      applySetUp()
      const cookie = `jiaohao_session=${sessions.open(id)}`
      return { id, cookie, client: await enter({ cookie }) }
    },
    station: async (setUp) => {
      const { id, key } = hub.parts.stations.add(StationSetUp.parse({ name: setUp.kind, ...setUp }))
      return { id, key, client: await enter({ key }) }
    },
    phone: (ticketId) => enter({ ticket: { ticketId, secret: hub.parts.journal.secretOf(ticketId) ?? '' } }),
    restart: async () => {
      await hub.close()
      hub = await openOne(hub.port)
    },
    close: async () => {
      for (const client of clients) client.close()
      await hub.close()
      if (open.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
