import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** The device's end of a TCP line, as a serial server or an LED card offers it; for virtual twins. */
export interface DevicePort {
  address: string
  /** To everyone who is connected, in the pieces given; each piece is a packet of its own where the system allows. */
  send(pieces: readonly Uint8Array[]): void
  /** Cuts every connection and takes no new one, as after a power cut. */
  unplug(): Promise<void>
  plugIn(): Promise<void>
  close(): Promise<void>
}

/** Listens on 127.0.0.1; `port` 0 takes a free one and keeps it over every unplugging. */
export async function openDevicePort(
  port: number,
  onBytes: (bytes: Uint8Array, connection: Socket) => void,
): Promise<DevicePort> {
  const sockets = new Set<Socket>()
  let sending: Promise<void> = Promise.resolve()
  let server = listening(port)
  await once(server, 'listening')
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port

  function listening(at: number) {
    return createServer({ noDelay: true }, (socket) => {
      sockets.add(socket)
      socket.on('data', (bytes) => onBytes(bytes, socket))
      // The reason of a broken connection is the host's to tell; here it only ends.
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }).listen(at, '127.0.0.1')
  }

  async function unplug() {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.resetAndDestroy()
    await closed
  }

  return {
    address: `tcp://127.0.0.1:${taken}`,
    send: (pieces) => {
      sending = sending.then(async () => {
        for (const piece of pieces) {
          for (const socket of sockets) if (socket.writable) socket.write(piece)
          await new Promise<void>((next) => setImmediate(next))
        }
      })
    },
    unplug,
    plugIn: async () => {
      if (server.listening) return
      server = listening(taken)
      await once(server, 'listening')
    },
    close: unplug,
  }
}
