import { connect } from 'node:net'
import type { Clock } from '@jiaohao/core/clock.ts'
import { inlet } from './inlet.ts'
import { resends } from './resends.ts'
import type { Wire } from './wire.ts'

/**
 * The system asks a quiet line after 1 s whether its far end lives, and gives up after two unanswered seconds more:
 * a serial server without power says no goodbye, and not every protocol behind one has a question (devices.md §8).
 */
const ASK_AFTER_MS = 1000
const ASK_EVERY_MS = 1000
const ASKED_TIMES = 2
/**
 * While bytes are on their way the system does not ask but sends them again, on Linux for a quarter of an hour:
 * three times in vain, after some 1.5 s, is enough. Both after each other stay under 5 s.
 */
const LOOK_EVERY_MS = 500
const RESENT_TIMES = 3

/**
 * Dials a device, or a serial server in front of one. `close` ends our half and keeps reading until the device
 * closes: destroying a socket while status bytes arrive cuts the job short (devices.md §1, fault 4).
 */
export function dialTcp(host: string, port: number, clock: Clock): Promise<Wire> {
  return new Promise((opened, refused) => {
    const { promise: closed, resolve: ended } = Promise.withResolvers<string>()
    const incoming = inlet()
    const socket = connect({ host, port, noDelay: true })
    socket.setKeepAlive(true, ASK_AFTER_MS, ASK_EVERY_MS, ASKED_TIMES)
    let why = 'closed by the device'
    let looking = false
    let cancelLook = () => {}

    /** Looks after bytes just sent, until the far end has taken them. */
    function lookAfter() {
      looking = true
      cancelLook = clock.after(LOOK_EVERY_MS, () => {
        void resends(socket.localPort ?? 0, port).then((times) => {
          looking = times > 0 && !socket.destroyed
          if (times >= RESENT_TIMES) {
            why = 'the far end takes nothing any more'
            socket.resetAndDestroy()
          } else if (looking) lookAfter()
        })
      })
    }

    socket.on('error', (error) => {
      why = error.message
      refused(error)
    })
    socket.on('close', () => {
      cancelLook()
      ended(why)
    })
    socket.on('data', incoming.arrived)
    socket.on('connect', () =>
      opened({
        send: (bytes) =>
          new Promise((sent, failed) => {
            if (!socket.writable) return failed(new Error('the wire is closed'))
            if (!looking) lookAfter()
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
