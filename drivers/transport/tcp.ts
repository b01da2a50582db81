import { connect } from 'node:net'
import { inlet } from './inlet.ts'
import type { Wire } from './wire.ts'

/**
 * The system asks a quiet line after 2 s whether its far end lives, and gives up after two unanswered seconds more:
 * a serial server without power says no goodbye, and not every protocol behind one has a question (devices.md §8).
 */
const ASK_AFTER_MS = 2000
const ASK_EVERY_MS = 1000
const ASKED_TIMES = 2

/**
 * Dials a device, or a serial server in front of one. `close` ends our half and keeps reading until the device
 * closes: destroying a socket while status bytes arrive cuts the job short (devices.md §1, fault 4).
 */
export function dialTcp(host: string, port: number): Promise<Wire> {
  return new Promise((opened, refused) => {
    const { promise: closed, resolve: ended } = Promise.withResolvers<string>()
    const incoming = inlet()
    const socket = connect({ host, port, noDelay: true })
    socket.setKeepAlive(true, ASK_AFTER_MS, ASK_EVERY_MS, ASKED_TIMES)
    let why = 'closed by the device'
    socket.on('error', (error) => {
      why = error.message
      refused(error)
    })
    socket.on('close', () => ended(why))
    socket.on('data', incoming.arrived)
    socket.on('connect', () =>
      opened({
        send: (bytes) =>
          new Promise((sent, failed) => {
            if (!socket.writable) return failed(new Error('the wire is closed'))
            socket.write(bytes, (error) => (error ? failed(error) : sent()))
          }),
        onBytes: incoming.onBytes,
        closed,
        close: () => {
          why = 'closed here'
          socket.end()
        },
        drop: () => {
          why = 'dropped here'
          socket.resetAndDestroy()
        },
      }),
    )
  })
}
