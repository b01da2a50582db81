import { createServer, type Socket } from 'node:net'
import type { Clock } from '@jiaohao/core/clock.ts'
import { type Command, readCommand } from './twin-commands.ts'
import { openRoll, type Paper } from './twin-paper.ts'

/**
 * What can go wrong with a printer. Silent: it prints and answers nothing; slow: 1,000 bytes a second; noisy: its
 * answers come among garbage; late: its answers wait, in order, for `lateMs`, and go to whoever is connected by
 * then; unplugged: power off, connections refused, buffer lost; halfJob: it loses power in the fourth line of the
 * next slip, once; hangUp: there it only closes its connections, once, and prints on.
 */
export type TwinFault =
  | 'paperOut'
  | 'coverOpen'
  | 'nearEnd'
  | 'cutter'
  | 'silent'
  | 'slow'
  | 'noisy'
  | 'late'
  | 'unplugged'
  | 'halfJob'
  | 'hangUp'

export interface PrinterTwin {
  /** `tcp://127.0.0.1:port` */
  address: string
  papers(): Paper[]
  faults: { set(fault: TwinFault, on: boolean): Promise<void>; on(): TwinFault[] }
  close(): Promise<void>
}

export interface PrinterTwinOptions {
  /** 0 or absent: any free port. */
  port?: number
  clock: Clock
  /** 576 on 80 mm paper, 384 on 58 mm. */
  widthDots?: 576 | 384
  onPaper?: (paper: Paper) => void
  /** How long each answer waits under the fault `late`; 700 when left out. */
  lateMs?: () => number
}

const SLOW_EVERY_MS = 50
const SLOW_BYTES = 50
const LATE_MS = 700
const PAPERS_KEPT = 200

/** A virtual ESC/POS printer on a real TCP port: it reads the bytes a real one would and prints pictures. */
export async function openPrinterTwin(options: PrinterTwinOptions): Promise<PrinterTwin> {
  const { clock } = options
  const faults = new Set<TwinFault>()
  const papers: Paper[] = []
  const sockets = new Set<Socket>()
  let buffer: Uint8Array = new Uint8Array(0)
  let heard: number[] = []
  let automaticMask = 0
  let linesOfSlip = 0
  let lastAnswerMs = 0
  let cancelSlow: (() => void) | undefined
  const roll = loadRoll()
  const server = createServer(serve)

  function loadRoll() {
    return openRoll(options.widthDots ?? 576, (cut) => {
      const paper = { atMs: clock.now(), ...cut }
      papers.push(paper)
      papers.splice(0, papers.length - PAPERS_KEPT)
      options.onPaper?.(paper)
    })
  }

  function serve(socket: Socket) {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('data', receive)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }

  function receive(bytes: Uint8Array) {
    for (const byte of bytes) {
      heard = [...heard.slice(-2), byte]
      const [first, second, n = 0] = heard
      if (first === 0x10 && second === 0x04) answer(realTime(n))
      if (first === 0x10 && second === 0x05 && n === 0x02 && stopped()) buffer = new Uint8Array(0)
    }
    buffer = Buffer.concat([buffer, bytes])
    work()
  }

  const stopped = () => faults.has('paperOut') || faults.has('coverOpen') || faults.has('cutter')

  function work() {
    if (faults.has('slow')) {
      cancelSlow ??= clock.after(SLOW_EVERY_MS, () => {
        cancelSlow = undefined
        obeyUpTo(SLOW_BYTES)
        if (buffer.length > 0) work()
      })
    } else obeyUpTo(buffer.length)
  }

  function obeyUpTo(bytes: number) {
    const untilLength = buffer.length - bytes
    while (buffer.length > untilLength && !stopped()) {
      const reading = readCommand(buffer, roll.hanMode())
      if (!reading) return
      buffer = buffer.subarray(reading.bytes)
      obey(reading.command)
    }
  }

  function obey(command: Command) {
    roll.obey(command)
    switch (command.command) {
      case 'initialise':
        automaticMask = 0
        return
      case 'automaticStatus':
        automaticMask = command.mask
        return report()
      case 'tellWhenProcessed':
        return answer([faults.has('nearEnd') ? 0x03 : 0x00])
      case 'cut':
        linesOfSlip = 0
        return
      case 'lineFeed':
        linesOfSlip += 1
        if (linesOfSlip !== 4) return
        if (faults.delete('halfJob')) losePower()
        if (faults.delete('hangUp')) dropConnections()
    }
  }

  /** Everything in memory is gone; what is on the paper stays on the paper. */
  function losePower() {
    buffer = new Uint8Array(0)
    roll.obey({ command: 'initialise' })
    automaticMask = 0
    linesOfSlip = 0
    dropConnections()
  }

  function dropConnections() {
    for (const socket of sockets) socket.destroy()
  }

  function answer(bytes: number[]) {
    if (faults.has('silent')) return
    const sent = faults.has('noisy') ? [0xff, 0x93, ...bytes, 0xa5] : bytes
    const tell = () => {
      for (const socket of sockets) socket.write(Uint8Array.from(sent))
    }
    if (!faults.has('late') && clock.now() >= lastAnswerMs) return tell()
    // A line does not overtake itself: what is said after a late answer comes after it.
    const lateMs = faults.has('late') ? (options.lateMs?.() ?? LATE_MS) : 0
    lastAnswerMs = Math.max(lastAnswerMs, clock.now() + lateMs)
    clock.after(lastAnswerMs - clock.now(), tell)
  }

  function report() {
    if (automaticMask === 0) return
    const printer = 0x10 | (stopped() ? 0x08 : 0) | (faults.has('coverOpen') ? 0x20 : 0)
    const paper = (faults.has('nearEnd') ? 0x03 : 0) | (faults.has('paperOut') ? 0x0f : 0)
    answer([printer, faults.has('cutter') ? 0x08 : 0, paper, 0])
  }

  function realTime(n: number): number[] {
    switch (n) {
      case 1:
        return [0x12 | (stopped() ? 0x08 : 0)]
      case 2:
        return [
          0x12 |
            (faults.has('coverOpen') ? 0x04 : 0) |
            (faults.has('paperOut') ? 0x20 : 0) |
            (faults.has('cutter') ? 0x40 : 0),
        ]
      case 3:
        return [0x12 | (faults.has('cutter') ? 0x08 : 0)]
      case 4:
        return [0x12 | (faults.has('nearEnd') ? 0x0c : 0) | (faults.has('paperOut') ? 0x6c : 0)]
      default:
        return []
    }
  }

  function listen(port: number) {
    return new Promise<void>((listening, failed) => {
      server.once('error', failed)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed)
        listening()
      })
    })
  }

  const hangUp = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      for (const socket of sockets) socket.destroy()
    })

  await listen(options.port ?? 0)
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0

  return {
    address: `tcp://127.0.0.1:${port}`,
    papers: () => [...papers],
    faults: {
      on: () => [...faults],
      set: async (fault, on) => {
        if (faults.has(fault) === on) return
        if (on) faults.add(fault)
        else faults.delete(fault)
        if (fault === 'unplugged' && on) {
          losePower()
          await hangUp()
        } else if (fault === 'unplugged') await listen(port)
        report()
        work()
      },
    },
    close: async () => {
      cancelSlow?.()
      if (!faults.has('unplugged')) await hangUp()
    },
  }
}
