import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Clock } from '@jiaohao/core/clock.ts'
import { inlet } from './inlet.ts'
import type { Wire } from './wire.ts'

const LOOK_EVERY_MS = 50

/**
 * Opens a character device such as /dev/usb/lp0, which answers on the same file. It is never created: a missing
 * device must not turn into a regular file that takes every job and prints none (devices.md §1, fault 6).
 * Not blocking, because a read of a quiet printer would hold one of the process's few file threads for ever.
 */
export async function dialFile(path: string, clock: Clock): Promise<Wire> {
  const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY)
  if (!(await file.stat()).isCharacterDevice()) {
    await file.close()
    throw new Error(`${path} is not a character device`)
  }
  const { promise: closed, resolve: ended } = Promise.withResolvers<string>()
  const incoming = inlet()
  let alive = true
  let writing: Promise<void> = Promise.resolve()

  function over(why: string) {
    if (!alive) return
    alive = false
    ended(why)
    file.close().catch((error: Error) => ended(error.message))
  }

  async function read() {
    const buffer = new Uint8Array(4096)
    while (alive) {
      const bytesRead = await taken(() => file.read(buffer, 0, buffer.length, null).then((r) => r.bytesRead))
      if (bytesRead > 0) incoming.arrived(buffer.slice(0, bytesRead))
      else await pause(clock)
    }
  }
  read().catch((error: Error) => over(error.message))

  return {
    send: (bytes) => {
      const sent = writing.then(() => write(file, bytes, () => alive, clock))
      writing = sent.catch((error: Error) => over(error.message))
      return sent
    },
    onBytes: incoming.onBytes,
    closed,
    close: () => void writing.then(() => over('closed here')),
    drop: () => over('dropped here'),
  }
}

async function write(file: FileHandle, bytes: Uint8Array, alive: () => boolean, clock: Clock) {
  let left = bytes
  while (left.length > 0) {
    if (!alive()) throw new Error('the wire is closed')
    const part = left
    const bytesWritten = await taken(() => file.write(part).then((w) => w.bytesWritten))
    left = left.subarray(bytesWritten)
    if (bytesWritten === 0) await pause(clock)
  }
}

/** How many bytes the device took or gave; zero while it is busy. */
async function taken(attempt: () => Promise<number>): Promise<number> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}

const pause = (clock: Clock) => new Promise<void>((done) => clock.after(LOOK_EVERY_MS, done))
