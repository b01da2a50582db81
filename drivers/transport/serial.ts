import { stat } from 'node:fs/promises'
import type { Clock } from '@jiaohao/core/clock.ts'
import { inlet } from './inlet.ts'
import type { Wire } from './wire.ts'

export interface SerialLine {
  path: string
  baud: number
  dataBits: 7 | 8
  parity: 'none' | 'even' | 'odd'
  stopBits: 1 | 2
}

const WATCH_EVERY_MS = 1000
const CLOSE_WITHIN_MS = 1000

/**
 * Opens a serial port, a new instance for every connection: after a write error the same instance reopens
 * "well" but is dead. The port always flows, because one nobody reads never notices an unplug; and some unplug
 * races give no event at all, so the path itself is watched (devices.md §7).
 */
export async function dialSerial(line: SerialLine, clock: Clock): Promise<Wire> {
  // Loaded here so that a machine without the native part still serves its TCP and file devices.
  const { SerialPort } = await import('serialport')
  const { promise: closed, resolve: ended } = Promise.withResolvers<string>()
  const incoming = inlet()
  const port = new SerialPort({
    path: line.path,
    baudRate: line.baud,
    dataBits: line.dataBits,
    parity: line.parity,
    stopBits: line.stopBits,
    autoOpen: false,
  })
  let open = true
  let stopWatching = () => {}
  const stalled = new Set<(error: Error) => void>()

  function over(why: string) {
    if (!open) return
    open = false
    stopWatching()
    for (const failed of stalled) failed(new Error(why))
    if (!port.isOpen) return ended(why)
    // Free again when it is closed; but closing a port that was pulled may never come back.
    const cancel = clock.after(CLOSE_WITHIN_MS, () => ended(why))
    const free = () => {
      cancel()
      ended(why)
    }
    // Unsent bytes are flushed first, or closing may wait for them for half a minute.
    port.flush(() => port.close(free))
  }
  function watch() {
    stopWatching = clock.after(WATCH_EVERY_MS, () => {
      stat(line.path).then(
        () => open && watch(),
        () => over('the port is gone'),
      )
    })
  }

  port.on('error', (error) => over(error.message))
  port.on('close', () => over('the port closed'))
  port.on('data', incoming.arrived)
  await new Promise<void>((opened, refused) => port.open((error) => (error ? refused(error) : opened())))
  watch()

  return {
    send: (bytes) =>
      new Promise((sent, failed) => {
        if (!open) return failed(new Error('the wire is closed'))
        stalled.add(failed)
        port.write(Buffer.from(bytes), (error) => {
          stalled.delete(failed)
          if (error) failed(error)
          else sent()
        })
      }),
    onBytes: incoming.onBytes,
    closed,
    close: () => {
      if (open) port.drain(() => over('closed here'))
    },
    drop: () => over('dropped here'),
  }
}
