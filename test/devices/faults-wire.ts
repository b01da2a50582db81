import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { dialSerial } from '@jiaohao/drivers/transport/serial.ts'
import type { Wire } from '@jiaohao/drivers/transport/wire.ts'
import { until } from './faults-until.ts'

/**
 * What a line itself can do. unplugged: connections reset and refused, or the port gone; silent: power off, nothing
 * passes and nobody says goodbye; halfFrame: the next bytes each way lose their second half, once; garbage: every
 * byte another one, and more of them, as at a wrong baud rate; duplicate: all from the device twice; echo: all to
 * the device comes back.
 */
export type WireFault = 'unplugged' | 'silent' | 'halfFrame' | 'garbage' | 'duplicate' | 'echo'

export const transports = ['tcp', 'pty'] as const
export type Transport = (typeof transports)[number]

/** A line between a driver and a twin that can be broken on purpose. */
export interface BreakableWire {
  /** For `dialOf`. */
  address: string
  /** When a connection of the driver last got through to the twin, by `performance.now()`; only TCP shows it. */
  reachedAtMs(): number | undefined
  set(fault: WireFault, on: boolean): Promise<void>
  close(): Promise<void>
}

export const socatIsThere = spawnSync('socat', ['-V']).status === 0

const clock = clockOf(globalThis)
const GARBAGE_EVERY_MS = 50

export function openWire(
  transport: Transport,
  twinAddress: string,
  random: () => number,
): Promise<BreakableWire> {
  const { hostname, port } = new URL(twinAddress)
  const line = openLine(() => connect({ host: hostname, port: Number(port), noDelay: true }), random)
  return transport === 'tcp' ? overTcp(line) : overPty(line)
}

type Line = ReturnType<typeof openLine>
type Near = { write(bytes: Uint8Array): void; end(): void }

/** What lies between the two ends, whatever the transport: it passes bytes on, or does worse. */
function openLine(dialTwin: () => Socket, random: () => number) {
  const active = new Set<WireFault>()
  const halves = { toHost: false, toDevice: false }
  const nears = new Set<Near>()

  const garbled = (bytes: Uint8Array) => bytes.map(() => Math.floor(random() * 256))
  function half(way: 'toHost' | 'toDevice', bytes: Uint8Array): Uint8Array {
    if (!halves[way]) return bytes
    halves[way] = false
    return bytes.subarray(0, Math.floor(bytes.length / 2))
  }
  function change(way: 'toHost' | 'toDevice', bytes: Uint8Array): Uint8Array {
    return half(way, active.has('garbage') ? garbled(bytes) : bytes)
  }

  const cancelGarbage = setInterval(() => {
    if (!active.has('garbage')) return
    for (const near of nears) near.write(garbled(new Uint8Array(8)))
  }, GARBAGE_EVERY_MS)

  let reachedAtMs = 0
  return {
    active,
    halves,
    reachedAtMs: () => reachedAtMs,
    /** Joins one connection of the host to the twin; gives what takes the host's bytes. */
    join(near: Near, whenTwinGoes: () => void): { take(bytes: Uint8Array): void; end(): void } {
      const far = dialTwin()
      nears.add(near)
      far.on('connect', () => {
        reachedAtMs = performance.now()
      })
      far.on('data', (bytes) => {
        if (active.has('silent')) return
        const changed = change('toHost', bytes)
        near.write(changed)
        if (active.has('duplicate')) near.write(changed)
      })
      far.on('error', () => far.destroy())
      far.on('close', () => {
        nears.delete(near)
        if (!active.has('silent')) whenTwinGoes()
      })
      return {
        take: (bytes) => {
          if (active.has('silent')) return
          if (active.has('echo')) near.write(bytes)
          if (far.writable) far.write(change('toDevice', bytes))
        },
        end: () => void far.destroy(),
      }
    },
    close: () => clearInterval(cancelGarbage),
  }
}

async function setOn(line: Line, fault: WireFault, on: boolean, plug: (on: boolean) => Promise<void>) {
  if (fault === 'halfFrame') {
    line.halves.toHost = on
    line.halves.toDevice = on
    return
  }
  if (on) line.active.add(fault)
  else line.active.delete(fault)
  if (fault === 'unplugged') await plug(!on)
}

async function overTcp(line: Line): Promise<BreakableWire> {
  const sockets = new Set<Socket>()
  const serve = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    const near: Near = {
      write: (bytes) => void (socket.writable && socket.write(bytes)),
      end: () => socket.end(),
    }
    const joined = line.join(near, () => socket.resetAndDestroy())
    socket.on('data', joined.take)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      joined.end()
    })
  }
  let server = createServer(serve).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0

  async function plug(on: boolean) {
    if (on) {
      server = createServer(serve).listen(port, '127.0.0.1')
      await once(server, 'listening')
    } else {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.resetAndDestroy()
      await closed
    }
  }
  return {
    address: `tcp://127.0.0.1:${port}`,
    reachedAtMs: line.reachedAtMs,
    set: (fault, on) => setOn(line, fault, on, plug),
    close: async () => {
      line.close()
      if (!line.active.has('unplugged')) await plug(false)
    },
  }
}

/** A pseudo-terminal pair: the driver opens one end as its serial port, the other leads to the twin. */
async function overPty(line: Line): Promise<BreakableWire> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-pty-'))
  const [near, far] = [join(folder, 'near'), join(folder, 'far')]
  let pair: ChildProcess | undefined
  let wire: Wire | undefined
  let closed = false

  async function plug(on: boolean) {
    if (on) {
      pair = spawn('socat', [`pty,raw,echo=0,link=${near}`, `pty,raw,echo=0,link=${far}`])
      await until(() => existsSync(near) && existsSync(far), 5000)
      wire = await dialSerial({ path: far, baud: 9600, dataBits: 8, parity: 'none', stopBits: 1 }, clock)
      carry(wire)
      return
    }
    wire?.drop()
    if (!pair) return
    const gone = once(pair, 'exit')
    pair.kill()
    await gone
  }

  /** A serial line has no connections: when the device restarts the port stays, and bytes meanwhile are lost. */
  function carry(host: Wire) {
    let joined = { take: (_: Uint8Array) => {}, end: () => {} }
    let over = false
    const connectTwin = () => {
      if (over || closed) return
      joined = line.join(
        { write: (bytes) => void host.send(bytes).catch(() => host.drop()), end: () => {} },
        () => clock.after(20, connectTwin),
      )
    }
    host.onBytes((bytes) => joined.take(bytes))
    void host.closed.then(() => {
      over = true
      joined.end()
    })
    connectTwin()
  }

  await plug(true)
  return {
    address: `serial://${near}`,
    reachedAtMs: () => undefined,
    set: (fault, on) => setOn(line, fault, on, plug),
    close: async () => {
      closed = true
      line.close()
      if (!line.active.has('unplugged')) await plug(false)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
