import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { Server } from 'socket.io'

/**
 * What the hub is measured against: Fastify, better-sqlite3 (WAL, FULL) and Socket.IO wired together in the
 * plainest way that still hands out numbers, calls the first who waits and tells every screen. No views, no
 * rules, no identity, no history, no remembered answers. With `--grouped` commands that arrive together share
 * one commit, as the hub's do; without it each has its own.
 */
interface Asked {
  verb: 'take' | 'call'
  reply: (answer: { seq: number; number: number }) => void
}

const { values } = parseArgs({
  options: { file: { type: 'string', default: '' }, grouped: { type: 'boolean', default: false } },
})
const db = new Database(values.file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  create table if not exists ticket (n integer primary key, state text not null, at_ms integer not null);
  create index if not exists ticket_waiting on ticket (n) where state = 'waiting';
  create table if not exists call (seq integer primary key, n integer not null, at_ms integer not null);
`)
const take = db.prepare<[number], { n: number }>(
  `insert into ticket (state, at_ms) values ('waiting', ?) returning n`,
)
const first = db.prepare<[], { n: number }>(`select n from ticket where state = 'waiting' order by n limit 1`)
const update = db.prepare(`update ticket set state = 'called' where n = ?`)
const call = db.prepare<[number, number], { seq: number }>(
  'insert into call (n, at_ms) values (?, ?) returning seq',
)

const app = Fastify({
  serverFactory: (handler) => createServer((request, response) => handler(request, response)),
})
const io = new Server(app.server, { serveClient: false })
let waiting = 0
let together: Asked[] = []

const carryOut = db.transaction((asked: readonly Asked[]) => asked.map(({ verb }) => done(verb)))

function done(verb: Asked['verb']): { seq: number; number: number } {
  if (verb === 'take') {
    waiting += 1
    return { seq: 0, number: take.get(Date.now())?.n ?? 0 }
  }
  const number = first.get()?.n ?? 0
  waiting -= 1
  update.run(number)
  return { seq: call.get(number, Date.now())?.seq ?? 0, number }
}

function flush(): void {
  const asked = together
  together = []
  const answers = carryOut(asked)
  for (const [i, { verb, reply }] of asked.entries()) {
    const answer = answers[i] as { seq: number; number: number }
    if (verb === 'call') io.to('displays').emit('call', { ...answer, counter: 1, waiting, atMs: Date.now() })
    else io.to('displays').emit('waiting', { waiting })
    reply(answer)
  }
}

io.on('connection', (socket) => {
  if (socket.handshake.auth.displays) void socket.join('displays')
  socket.on('command', (verb: Asked['verb'], reply: Asked['reply']) => {
    together.push({ verb, reply })
    if (!values.grouped) flush()
    else if (together.length === 1) setImmediate(flush)
  })
})

await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ url: app.listeningOrigin })
process.once('disconnect', () => process.exit(0))
