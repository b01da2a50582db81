import { type Clock, clockOf } from '@jiaohao/core/clock.ts'
import { dialFile } from './file.ts'
import { dialSerial, type SerialLine } from './serial.ts'
import { dialTcp } from './tcp.ts'
import type { Dial } from './wire.ts'

/**
 * Chooses the transport by a device's address: `tcp://10.0.0.9:9100`, `serial:///dev/ttyUSB0?baud=9600` (also
 * `&bits=7&parity=even&stop=2`), `file:///dev/usb/lp0`. Throws at once when the address cannot be meant.
 */
export function dialOf(address: string, clock: Clock = clockOf(globalThis)): Dial {
  const url = new URL(address)
  const path = decodeURIComponent(url.pathname)
  switch (url.protocol) {
    case 'tcp:': {
      const port = Number(url.port)
      if (!url.hostname || !port) throw new Error(`${address} needs a host and a port`)
      const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
      return () => dialTcp(host, port, clock)
    }
    case 'serial:': {
      const line = serialLine(path, url.searchParams)
      return () => dialSerial(line, clock)
    }
    case 'file:':
      return () => dialFile(path, clock)
    default:
      throw new Error(`${address} is neither tcp, serial nor file`)
  }
}

function serialLine(path: string, asked: URLSearchParams): SerialLine {
  const baud = Number(asked.get('baud') ?? 9600)
  if (!Number.isInteger(baud) || baud <= 0) throw new Error(`${asked.get('baud')} is no baud rate`)
  const parity = asked.get('parity')
  return {
    // On Windows the address is serial:///COM3.
    path: path.replace(/^\/(COM\d+)$/i, '$1'),
    baud,
    dataBits: asked.get('bits') === '7' ? 7 : 8,
    parity: parity === 'even' || parity === 'odd' ? parity : 'none',
    stopBits: asked.get('stop') === '2' ? 2 : 1,
  }
}
