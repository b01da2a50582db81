import type { Server as HttpServer } from 'node:http'
import type { Clock } from '@jiaohao/core/clock.ts'
import {
  Handshake,
  type Here,
  Sent,
  type Snapshot,
  type ToClient,
  type ToServer,
  Watch,
} from '@jiaohao/core/contract/socket.ts'
import { DeviceReports, SpeechWord } from '@jiaohao/core/contract/station.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import { mayWatch } from '@jiaohao/core/views/view.ts'
import { Server, type Socket } from 'socket.io'
import type * as z from 'zod'
import { askHall } from './ask-hall.ts'
import { openAskStation } from './ask-station.ts'
import { whoShakes } from './handshake.ts'
import { sessionIn } from './http/cookie.ts'
import type { Parts } from './parts.ts'
import { openViews } from './views.ts'

interface SocketData {
  who: Who
  /** The session behind a staff socket: it can end while the socket lives. */
  session: string | null
  /** When that session was last found alive. */
  signedInAtMs: number
  /** Commands this socket may still send now; refilled with time. */
  allowance: { left: number; atMs: number }
  /** It has reported devices: a station's own process. */
  hosts: boolean
}

/** The largest is a device seen from the inside: fifty exchanges and the picture of a slip. */
const largestMessageBytes = 512 * 1024
const staffRoom = 'staff'
const commandsPerSecond = 500
const signedInForMs = 1_000
const lookEveryMs = 60_000

export type HubSockets = Server<ToServer, ToClient, Record<string, never>, SocketData>
type HubSocket = Socket<ToServer, ToClient, Record<string, never>, SocketData>

/** Socket.IO on the hub's port: handshake, watches, commands; messages parsed once, here. */
export function openSockets(http: HttpServer, parts: Parts) {
  const io: HubSockets = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: largestMessageBytes,
    pingInterval: 4_000,
    pingTimeout: 4_000,
    allowRequest: (request, decide) => decide(null, sameOrigin(request.headers)),
  })
  const views = openViews(parts, io)
  parts.alarms.onChanged((standing) => io.to(staffRoom).emit('alarms', standing))

  io.use((socket, next) => {
    const handshake = Handshake.safeParse(socket.handshake.auth)
    if (!handshake.success) return next(new Error('protocol'))
    const who = whoShakes(parts, handshake.data, socket.handshake.headers.cookie)
    if (typeof who === 'string') return next(new Error(who))
    socket.data.who = who
    socket.data.session = who.as === 'staff' ? (sessionIn(socket.handshake.headers.cookie) ?? null) : null
    socket.data.signedInAtMs = parts.clock.now()
    socket.data.hosts = false
    socket.data.allowance = { left: commandsPerSecond, atMs: parts.clock.now() }
    next()
  })

  io.on('connection', (socket) => {
    const { who } = socket.data
    const stationId = 'stationId' in who ? who.stationId : null
    if (stationId) parts.stations.came(stationId)
    socket.on('disconnect', () => {
      if (stationId) parts.stations.went(stationId)
    })

    if (who.as === 'staff') {
      void socket.join(staffRoom)
      socket.emit('alarms', parts.alarms.standing())
    }

    socket.on('watch', (message, reply) => {
      if (typeof reply !== 'function') return
      const watch = Watch.safeParse(message)
      if (!watch.success) return reply(invalid(watch.error))
      const { ask, since } = watch.data
      if (!mayWatch(ask, who)) return reply({ refused: 'notAllowed' })
      const snapshot = views.watch(ask, who, since)
      if (!snapshot) return reply({ refused: ask.view === 'phone' ? 'unknownTicket' : 'unknownCounter' })
      void socket.join(snapshot.key)
      reply(snapshot satisfies Snapshot)
    })

    socket.on('unwatch', (key) => {
      if (typeof key === 'string') void socket.leave(key)
    })

    socket.on('command', (message, reply) => {
      if (typeof reply !== 'function') return
      const sent = Sent.safeParse(message)
      if (!sent.success) return reply(invalid(sent.error))
      if (!spend(socket.data.allowance, parts.clock)) return reply({ refused: 'tooMuch' })
      if (!stillSignedIn(parts, socket.data)) {
        reply({ refused: 'notAllowed' })
        return hangUp(socket, 'signedOut')
      }
      void askHall(parts, sent.data, who).then(reply)
    })

    socket.on('devices', (message) => {
      const reports = DeviceReports.safeParse(message)
      if (!stationId || !reports.success) return
      socket.data.hosts = true
      parts.stations.reported(stationId, reports.data)
    })

    socket.on('speech', (message) => {
      const word = SpeechWord.safeParse(message)
      if (stationId && word.success) parts.alarms.heard(stationId, word.data)
    })

    socket.on('here', (reply) => {
      if (typeof reply === 'function') reply(hereOf(parts, stationId))
    })
  })

  const cutOff: Parts['cutOff'] = (match, reason) => {
    for (const socket of io.sockets.sockets.values()) {
      if (match(socket.data.who, socket.data.session)) hangUp(socket, reason)
    }
  }
  let cancelLook = parts.clock.after(lookEveryMs, look)
  /** Nobody at the page: an idle session ends although its socket lives. */
  function look(): void {
    cutOff((_who, session) => session !== null && !parts.sessions.isAlive(session), 'signedOut')
    cancelLook = parts.clock.after(lookEveryMs, look)
  }

  return {
    io,
    askStation: openAskStation(io),
    cutOff,
    close: () => {
      cancelLook()
      views.close()
    },
    tellStation: (stationId: string) => {
      for (const socket of io.sockets.sockets.values()) {
        if ('stationId' in socket.data.who && socket.data.who.stationId === stationId) socket.emit('setUp')
      }
    },
  }
}

function hangUp(socket: HubSocket, reason: 'keyWithdrawn' | 'signedOut'): void {
  socket.data.signedInAtMs = 0
  socket.emit('goodbye', reason)
  setImmediate(() => socket.disconnect(true))
}

function hereOf({ stations, clock, cardSecret }: Parts, stationId: string | null): Here {
  const setUp = stationId === null ? undefined : stations.find(stationId)
  if (!setUp || stationId === null) return { station: null, devices: [], nowMs: clock.now() }
  const { name, kind, counterIds, zoneId, devices } = setUp
  const hashesCards = kind === 'kiosk' && devices.some((device) => device.kind === 'idReader')
  return {
    station: { id: stationId, name, kind, counterIds, zoneId },
    devices,
    nowMs: clock.now(),
    ...(hashesCards && { cardSecret }),
  }
}

/** Ending a session cuts its sockets off at once; here a clerk at work keeps it alive, asked about once a second. */
function stillSignedIn({ sessions, clock }: Parts, data: SocketData): boolean {
  if (data.session === null || clock.now() - data.signedInAtMs < signedInForMs) return true
  if (!sessions.whose(data.session)) return false
  data.signedInAtMs = clock.now()
  return true
}

/** A browser names its page's origin; another site's page must not ride on a clerk's cookie. Programs name none. */
function sameOrigin({ origin, host }: { origin?: string | undefined; host?: string | undefined }): boolean {
  if (!origin) return true
  return URL.canParse(origin) && new URL(origin).host === host
}

function spend(allowance: SocketData['allowance'], clock: Clock): boolean {
  const nowMs = clock.now()
  const refill = ((nowMs - allowance.atMs) * commandsPerSecond) / 1_000
  allowance.left = Math.min(commandsPerSecond, allowance.left + Math.max(0, refill))
  allowance.atMs = nowMs
  if (allowance.left < 1) return false
  allowance.left -= 1
  return true
}

function invalid(error: z.ZodError): { refused: 'invalid'; problems: { path: string; problem: string }[] } {
  return {
    refused: 'invalid',
    problems: error.issues
      .slice(0, 10)
      .map(({ path, message }) => ({ path: path.join('.'), problem: message })),
  }
}
