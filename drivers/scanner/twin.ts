import { openDevicePort } from '../transport/device-port.ts'
import { encodeScan } from './codec.ts'

export type ScannerFault =
  | 'unplugged'
  | 'silent'
  /** The code's first byte is one that no UTF-8 holds. */
  | 'corrupt'
  /** Byte by byte. */
  | 'split'
  /** Every code twice in one packet. */
  | 'glued'

export type Delimiter = '\r' | '\n' | '\r\n' | ''

/** A virtual scanner that people hold codes under. */
export interface ScannerTwin {
  /** For `dialOf`. */
  address: string
  scan(text: string): void
  /** What no honest scanner sends. */
  say(bytes: Uint8Array): void
  /** How it is set up; CR at first. */
  endWith(delimiter: Delimiter): void
  faults: { set(fault: ScannerFault, on: boolean): Promise<void>; active(): readonly ScannerFault[] }
  close(): Promise<void>
}

/** On 127.0.0.1; `port` 0 takes a free one. */
export async function openScannerTwin({ port: asked = 0 }: { port?: number } = {}): Promise<ScannerTwin> {
  const active = new Set<ScannerFault>()
  let delimiter: Delimiter = '\r'
  // A scanner does not listen.
  const port = await openDevicePort(asked, () => {})

  function say(bytes: Uint8Array) {
    if (active.has('silent') || active.has('unplugged')) return
    const sent = active.has('glued') ? Buffer.concat([bytes, bytes]) : bytes
    port.send(active.has('split') ? [...sent].map((byte) => Uint8Array.of(byte)) : [sent])
  }

  return {
    address: port.address,
    scan: (text) => {
      const bytes = encodeScan(text, delimiter)
      if (active.has('corrupt')) bytes[0] = 0xff
      say(bytes)
    },
    say,
    endWith: (chosen) => {
      delimiter = chosen
    },
    faults: {
      set: async (fault, on) => {
        if (on) active.add(fault)
        else active.delete(fault)
        if (fault === 'unplugged') await (on ? port.unplug() : port.plugIn())
      },
      active: () => [...active],
    },
    close: port.close,
  }
}
