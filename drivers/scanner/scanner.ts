import type { Clock } from '@jiaohao/core/clock.ts'
import type { Decode } from '../framing.ts'
import { type LinkCounters, type LinkState, openLink } from '../link.ts'
import type { Dial } from '../transport/wire.ts'
import { decodeScans, type Scan, type ScanRefusal, scanOf } from './codec.ts'
import { openRepeats } from './repeats.ts'

export interface ScannerOptions {
  dial: Dial
  clock: Clock
  random: () => number
  /** At most 512 bytes of UTF-8 without control characters; what it means is for the hub to find out. */
  onCode: (text: string) => void
  onState?: (state: LinkState) => void
  /** A code that was not taken, so that the citizen can be told; its content is gone. */
  onRefused?: (why: ScanRefusal) => void
}

export interface Scanner {
  state(): LinkState
  /** Frames are codes, repeated ones too; discarded are the bytes of refused ones. */
  counters(): LinkCounters
  close(): Promise<void>
}

/** A scanner set to send no CR or LF ends its code by falling silent (devices.md §5). */
const SILENCE_ENDS_MS = 100

/** A scanner that speaks when it has read something; nothing can be asked of it, so its line alone tells its state. */
export function openScanner(options: ScannerOptions): Scanner {
  const { clock, onCode, onState, onRefused } = options
  const counted = { frames: 0, discardedBytes: 0 }
  const isRepeat = openRepeats()
  let rest: Uint8Array = new Uint8Array()
  let cancelSilence = () => {}

  const link = openLink<Uint8Array>({
    dial: options.dial,
    clock,
    random: options.random,
    decode: asItComes,
    onFrame: hear,
    onState: (state) => {
      // Half a code from before must not become the head of the next citizen's.
      forget()
      onState?.(state)
    },
  })

  function hear(bytes: Uint8Array) {
    const understood = decodeScans(Buffer.concat([rest, bytes]))
    forget()
    rest = understood.rest
    counted.discardedBytes += understood.cutBytes
    for (const scan of understood.scans) take(scan)
    if (rest.length > 0) cancelSilence = clock.after(SILENCE_ENDS_MS, endByItself)
  }

  function endByItself() {
    const scan = scanOf(rest)
    forget()
    take(scan)
  }

  function take(scan: Scan) {
    if (scan.scan === 'refused') {
      counted.discardedBytes += scan.bytes
      return onRefused?.(scan.why)
    }
    counted.frames += 1
    if (!isRepeat(scan.text, clock.now())) onCode(scan.text)
  }

  function forget() {
    cancelSilence()
    rest = new Uint8Array()
  }

  return {
    state: link.state,
    counters: () => ({ ...link.counters(), ...counted }),
    close: () => {
      forget()
      return link.close()
    },
  }
}

/** Where a code ends may be a matter of time, so the line hands on its bytes as they come. */
const asItComes: Decode<Uint8Array> = (bytes) => ({
  frames: [bytes],
  rest: new Uint8Array(),
  discardedBytes: 0,
})
