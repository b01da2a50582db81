import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openChildHub } from '../hall/child-hub.ts'
import { type Client, connect } from '../hall/client.ts'
import { rounded, type Tell } from './figures.ts'

const phones = 1_000
const atOnce = 50

/** What a thousand citizens watching their own number cost the hub in memory. */
export async function phonesMemory(folder: string, tell: Tell): Promise<void> {
  const dataDir = join(folder, 'phones')
  const hub = await openChildHub({ dataDir, kiosks: 5 })
  const kiosks = await Promise.all(hub.people.kiosks.map((key) => connect(hub.url, { key })))
  const serviceId = 'service-A'
  const tickets = await inTurns(phones, async (i) => {
    const kiosk = kiosks[i % kiosks.length] as Client
    const answer = await kiosk.send({ command: 'takeTicket', serviceId, paper: false, language: 'zh-CN' })
    if (!('done' in answer)) throw new Error(`refused: ${answer.refused}`)
    return answer.done.ticketId ?? ''
  })
  const secrets = secretsIn(dataDir)
  const beforeMb = (await hub.memoryBytes()) / 1e6
  const connected = await inTurns(phones, async (i) => {
    const ticketId = tickets[i] ?? ''
    const phone = await connect(hub.url, { ticket: { ticketId, secret: secrets.get(ticketId) ?? '' } })
    await phone.watch({ view: 'phone' })
    return phone
  })
  const afterMb = (await hub.memoryBytes()) / 1e6
  tell({
    bench: 'memoryMbWith1000Phones',
    ours: rounded(afterMb),
    bare: rounded(beforeMb),
    bareIs: 'ours without them',
    ratio: rounded(afterMb / beforeMb),
    limit: null,
    eachKb: rounded(((afterMb - beforeMb) * 1_000) / phones),
    ok: connected.length === phones,
  })
  for (const client of [...kiosks, ...connected]) client.close()
  await hub.stop()
}

/** Does this for 0, 1, 2 …, so many at once. */
async function inTurns<T>(count: number, one: (i: number) => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let done = 0; done < count; done += atOnce) {
    all.push(...(await Promise.all(Array.from({ length: atOnce }, (_, i) => one(done + i)))))
  }
  return all
}

function secretsIn(dataDir: string): Map<string, string> {
  const db = new Database(join(dataDir, 'jiaohao.db'), { readonly: true })
  const rows = db
    .prepare<[], { ticketId: string; secret: string }>(
      `select day || '-' || n as ticketId, secret from ticket`,
    )
    .all()
  db.close()
  return new Map(rows.map(({ ticketId, secret }) => [ticketId, secret]))
}
