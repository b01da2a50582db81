import type { Clock } from '@jiaohao/core/clock.ts'
import type { Presented } from '@jiaohao/core/contract/presented.ts'
import {
  type Answer,
  Handshake,
  type Here,
  type Local,
  Sent,
  type ToClient,
  type ToServer,
  Watch,
} from '@jiaohao/core/contract/socket.ts'
import type { DeviceReport } from '@jiaohao/core/contract/station.ts'
import { Server, type Socket } from 'socket.io'
import type { Feeds } from './feeds.ts'
import { passGuide } from './guide.ts'
import { type HubLink, localHub } from './hub-link.ts'
import { isOwnOrigin, openPages, type PageName } from './pages.ts'

export interface RelayOptions {
  hubUrl: string
  link: HubLink
  feeds: Pick<Feeds, 'follow' | 'callsSince'>
  /** Who answers what the page asks; the hub, or the station in its stead. */
  answer: (sent: Sent) => Promise<Answer>
  clock: Clock
  page: PageName
  screensDir: string
  devices: () => DeviceReport[]
}

/** The station as its own page sees it: the hub's contract again, on 127.0.0.1, that goes on when the hub is away. */
export interface Relay {
  listen(port: number): Promise<string>
  tellLocal(): void
  tellHere(here: Here): void
  /** To the page opened last alone: what is held once to a kiosk must do one thing. */
  present(what: Presented): void
  close(): Promise<void>
}

type PageSocket = Socket<ToServer, ToClient>

const largestMessageBytes = 64 * 1024
const mostWatches = 20

export function openRelay({
  hubUrl,
  link,
  feeds,
  answer,
  clock,
  page,
  screensDir,
  devices,
}: RelayOptions): Relay {
  const app = openPages(screensDir, page)
  passGuide(app, hubUrl)
  const io = new Server<ToServer, ToClient>(app.server, {
    serveClient: false,
    maxHttpBufferSize: largestMessageBytes,
    pingInterval: 4_000,
    pingTimeout: 4_000,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers)),
  })
  const waitingForHere = new Set<(here: Here) => void>()
  const nowMs = () => clock.now() + link.clockOffsetMs()
  const local = (): Local => ({ hub: localHub(link.state()), devices: devices() })

  io.use((socket, next) =>
    next(Handshake.safeParse(socket.handshake.auth).success ? undefined : new Error('protocol')),
  )
  io.on('connection', (socket) => {
    const watches = new Map<string, () => void>()
    socket.emit('local', local())
    socket.on('watch', (message, reply) => watch(socket, watches, message, reply))
    socket.on('unwatch', (key) => {
      watches.get(key)?.()
      watches.delete(key)
    })
    socket.on('command', (message, reply) => {
      if (typeof reply === 'function') void forward(message).then(reply)
    })
    socket.on('here', (reply) => {
      if (typeof reply !== 'function') return
      const here = link.here()
      if (here) reply({ ...forPage(here), nowMs: nowMs() })
      else waitingForHere.add(reply)
    })
    socket.on('disconnect', () => {
      for (const stop of watches.values()) stop()
    })
  })

  /** The answer waits for the first snapshot: a page that asks before the hub is there gets it when it comes. */
  function watch(
    socket: PageSocket,
    watches: Map<string, () => void>,
    message: unknown,
    reply: Parameters<ToServer['watch']>[1],
  ) {
    if (typeof reply !== 'function') return
    const asked = Watch.safeParse(message)
    if (!asked.success) return reply(invalid(asked.error))
    const { ask, since } = asked.data
    const key = JSON.stringify(ask)
    if (watches.size >= mostWatches) return reply({ refused: 'tooMuch' })
    watches.get(key)?.()
    let answered = false
    const stop = feeds.follow(
      ask,
      ({ seq, view, calls }) => {
        if (answered) return socket.emit('update', { key, seq, view, calls })
        answered = true
        const missed = since === undefined ? [] : feeds.callsSince(ask, since)
        return reply({ key, seq, nowMs: nowMs(), view, calls: missed })
      },
      (refusal) => {
        if (!answered) reply(refusal)
        answered = true
      },
    )
    watches.set(key, stop)
  }

  async function forward(message: unknown) {
    const sent = Sent.safeParse(message)
    return sent.success ? answer(sent.data) : invalid(sent.error)
  }

  return {
    listen: async (port) => {
      await app.listen({ port, host: '127.0.0.1' })
      const bound = app.server.address()
      return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}`
    },
    tellLocal: () => io.emit('local', local()),
    tellHere: (here) => {
      for (const reply of waitingForHere) reply(forPage(here))
      waitingForHere.clear()
      io.emit('setUp')
    },
    present: (what) => [...io.sockets.sockets.values()].at(-1)?.emit('presented', what),
    close: async () => {
      io.engine.close()
      await app.close()
    },
  }
}

/** A page needs no secret of its station's. */
function forPage({ cardSecret: _, ...here }: Here): Here {
  return here
}

function invalid(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }) {
  const problems = error.issues
    .slice(0, 10)
    .map(({ path, message }) => ({ path: path.join('.'), problem: message }))
  return { refused: 'invalid' as const, problems }
}
