import type { Clock } from '@jiaohao/core/clock.ts'
import iconv from 'iconv-lite'
import { openDevicePort } from '../../transport/device-port.ts'
import { decodeSyn6288, QUERY, replyByte, SAY, STOP, type Syn6288Reply } from './codec.ts'

/** Deaf answers `45` to everything it is told; busy takes no sentence and rests when it is over. */
export type Syn6288Fault = 'unplugged' | 'silent' | 'deaf' | 'busy'

/** A virtual SYN6288 board on a TCP line. */
export interface Syn6288Twin {
  /** For `dialOf`. */
  address: string
  /** What the hall heard to its end, oldest first. */
  heard(): readonly string[]
  /** What began and was cut off by a newer sentence, a stop or a power cut. */
  cut(): readonly string[]
  faults: { set(fault: Syn6288Fault, on: boolean): Promise<void>; active(): readonly Syn6288Fault[] }
  close(): Promise<void>
}

export async function openSyn6288Twin(options: {
  port?: number
  clock: Clock
  /** How long one character takes; about 350 ms on a real board. */
  characterMs?: number
}): Promise<Syn6288Twin> {
  const { clock, characterMs = 350 } = options
  const active = new Set<Syn6288Fault>()
  const heard: string[] = []
  const cut: string[] = []
  let saying: { text: string; cancel: () => void } | undefined
  let rest: Uint8Array = new Uint8Array()
  const port = await openDevicePort(options.port ?? 0, receive)

  function receive(bytes: Uint8Array) {
    if (active.has('silent')) return
    const understood = decodeSyn6288(Buffer.concat([rest, bytes]))
    rest = understood.rest
    for (const { command, data } of understood.frames) obey(command, data)
  }

  function obey(command: number, data: Uint8Array) {
    if (active.has('deaf')) return answer('frameBad')
    if (command === QUERY) return answer(saying || active.has('busy') ? 'busy' : 'idle')
    if (command === STOP) {
      breakOff()
      return answer('frameOk')
    }
    if (command !== SAY) return answer('frameBad')
    if (active.has('busy')) return answer('busy')
    answer('frameOk')
    begin(iconv.decode(Buffer.from(data.subarray(1)), 'gb2312'))
  }

  /** A real board drops what it says for what it is told. */
  function begin(text: string) {
    breakOff()
    const cancel = clock.after([...text].length * characterMs, () => {
      heard.push(text)
      saying = undefined
      answer('idle')
    })
    saying = { text, cancel }
  }

  function breakOff() {
    if (!saying) return
    saying.cancel()
    cut.push(saying.text)
    saying = undefined
  }

  function answer(reply: Syn6288Reply) {
    if (!active.has('silent')) port.send([Uint8Array.of(replyByte(reply))])
  }

  return {
    address: port.address,
    heard: () => [...heard],
    cut: () => [...cut],
    faults: {
      set: async (fault, on) => {
        if (on) active.add(fault)
        else active.delete(fault)
        if (fault === 'busy' && !on) answer('idle')
        if (fault !== 'unplugged') return
        breakOff()
        rest = new Uint8Array()
        await (on ? port.unplug() : port.plugIn())
      },
      active: () => [...active],
    },
    close: () => {
      breakOff()
      return port.close()
    },
  }
}
