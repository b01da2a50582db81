import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { Server } from 'socket.io'

/**
 * What the hub is measured against: Fastify, better-sqlite3 (WAL, FULL) and Socket.IO wired together in the
 * plainest way that still hands out numbers, calls the first who waits and tells every screen. No views, no
 * rules, no identity, no history, no remembered answers; the same messages come in. With `--grouped` commands that arrive together share
 * one commit, as the hub's do; without it each has its own.
 */
interface Sent {
  id: string
  command: { command: 'takeTicket'; serviceId: string } | { command: 'callNext'; counterId: string }
}

interface Asked {
  command: Sent['command']
  reply: (answer: { seq: number; number: number }) => void
}

const { values } = parseArgs({
  options: { file: { type: 'string', default: '' }, grouped: { type: 'boolean', default: false } },
})
const db = new Database(values.file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  create table if not exists ticket (n integer primary key, service text not null, state text not null, at_ms integer not null);
  create index if not exists ticket_waiting on ticket (n) where state = 'waiting';
  create table if not exists call (seq integer primary key, n integer not null, counter text not null, at_ms integer not null);
`)
const take = db.prepare<[string, number], { n: number }>(
  `insert into ticket (service, state, at_ms) values (?, 'waiting', ?) returning n`,
)
const first = db.prepare<[], { n: number }>(`select n from ticket where state = 'waiting' order by n limit 1`)
const update = db.prepare(`update ticket set state = 'called' where n = ?`)
const call = db.prepare<[number, string, number], { seq: number }>(
  'insert into call (n, counter, at_ms) values (?, ?, ?) returning seq',
)

const app = Fastify({
  serverFactory: (handler) => createServer((request, response) => handler(request, response)),
})
const io = new Server(app.server, { serveClient: false })
let waiting = 0
let together: Asked[] = []

const carryOut = db.transaction((asked: readonly Asked[]) => asked.map(({ command }) => done(command)))

function done(command: Sent['command']): { seq: number; number: number } {
  if (command.command === 'takeTicket') {
    waiting += 1
    return { seq: 0, number: take.get(command.serviceId, Date.now())?.n ?? 0 }
  }
  const number = first.get()?.n ?? 0
  waiting -= 1
  update.run(number)
  return { seq: call.get(number, command.counterId, Date.now())?.seq ?? 0, number }
}

function flush(): void {
  const asked = together
  together = []
  const answers = carryOut(asked)
  for (const [i, { command, reply }] of asked.entries()) {
    const answer = answers[i] as { seq: number; number: number }
    if (command.command === 'callNext') {
      io.to('displays').emit('call', { ...answer, counterId: command.counterId, waiting, atMs: Date.now() })
    } else io.to('displays').emit('waiting', { waiting })
    reply(answer)
  }
}

io.on('connection', (socket) => {
  if (socket.handshake.auth.displays) void socket.join('displays')
  socket.on('command', ({ command }: Sent, reply: Asked['reply']) => {
    together.push({ command, reply })
    if (!values.grouped) flush()
    else if (together.length === 1) setImmediate(flush)
  })
})

await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ url: app.listeningOrigin })
process.once('disconnect', () => process.exit(0))
