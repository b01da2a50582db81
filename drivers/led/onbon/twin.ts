import type { Clock } from '@jiaohao/core/clock.ts'
import { openDevicePort } from '../../transport/device-port.ts'
import { cardStation, decodeOnbon, encodeOnbon, hostStation } from './codec.ts'
import { type ReadArea, readAreas } from './read-areas.ts'
import { answerData, BUSY } from './replies.ts'

/** `slow` answers after 400 ms, `unanswered` obeys without a word, `silent` does neither. */
type LedFault = 'unplugged' | 'silent' | 'unanswered' | 'slow' | 'busy' | 'corrupt' | 'split' | 'duplicate'

/** What a person in front of the strip sees; no lines is a dark strip. */
export interface Panel {
  lines: readonly string[]
  colour: 'red' | 'green' | 'yellow'
  moving: boolean
  brightness: number
}

export interface LedTwin {
  /** For `dialOf`. */
  address: string
  width: number
  height: number
  panel(): Panel
  faults: { set(fault: LedFault, on: boolean): Promise<void>; active(): readonly LedFault[] }
  close(): Promise<void>
}

export interface LedTwinOptions {
  /** Taken on 127.0.0.1; a free one when left out. */
  port?: number
  width: number
  height: number
  clock: Clock
  onChange?: (panel: Panel) => void
}

const SLOW_MS = 400
const FACTORY_BRIGHTNESS = 15
const UNKNOWN_GROUP = 1
const UNKNOWN_COMMAND = 2

/** A BX-5K/6K card on a TCP line: it reads the real bytes, answers them, and forgets its areas without power. */
export async function openLedTwin(options: LedTwinOptions): Promise<LedTwin> {
  const { clock, onChange } = options
  const active = new Set<LedFault>()
  const areas = new Map<number, ReadArea>()
  let brightness = FACTORY_BRIGHTNESS
  let rest: Uint8Array = new Uint8Array()
  const port = await openDevicePort(options.port ?? 0, receive)

  function receive(bytes: Uint8Array) {
    if (active.has('silent')) return
    const understood = decodeOnbon(Buffer.concat([rest, bytes]))
    rest = understood.rest
    for (const frame of understood.frames) {
      if (frame.to !== cardStation) continue
      const refusedCode = active.has('busy') && frame.data[0] !== 0xa2 ? BUSY : obey(frame.data)
      if (active.has('unanswered')) continue
      const reply = encodeOnbon({ to: hostStation, from: cardStation, data: answerData(refusedCode) })
      if (active.has('slow')) clock.after(SLOW_MS, () => answer(reply))
      else answer(reply)
    }
  }

  function answer(reply: Uint8Array) {
    if (active.has('corrupt')) reply[20] = (reply[20] ?? 0) ^ 0x01
    const sent = active.has('duplicate') ? [reply, reply] : [reply]
    port.send(
      active.has('split') ? sent.flatMap((bytes) => [...bytes].map((byte) => Uint8Array.of(byte))) : sent,
    )
  }

  /** The code of the refusal, 0 when it was done. */
  function obey(data: Uint8Array): number {
    const [group, command] = data
    const body = data.subarray(5)
    if (group === 0xa2) return command === 0x00 || command === 0x03 ? 0 : UNKNOWN_COMMAND
    if (group !== 0xa3) return UNKNOWN_GROUP
    if (command === 0x02) brightness = body[1] ?? brightness
    else if (command !== 0x06 || !change(body)) return UNKNOWN_COMMAND
    onChange?.(panel())
    return 0
  }

  function change(body: Uint8Array): boolean {
    const changes = readAreas(body)
    if (!changes) return false
    if (changes.deleted === 'all') areas.clear()
    else for (const id of changes.deleted) areas.delete(id)
    for (const area of changes.areas) areas.set(area.id, area)
    return true
  }

  function panel(): Panel {
    const shown = [...areas.values()]
    return {
      lines: shown.flatMap((area) => area.lines),
      colour: shown[0]?.colour ?? 'red',
      moving: shown.some((area) => area.moving),
      brightness,
    }
  }

  function loseMemory() {
    areas.clear()
    brightness = FACTORY_BRIGHTNESS
    rest = new Uint8Array()
    onChange?.(panel())
  }

  return {
    address: port.address,
    width: options.width,
    height: options.height,
    panel,
    faults: {
      set: async (fault, on) => {
        if (on) active.add(fault)
        else active.delete(fault)
        if (fault !== 'unplugged') return
        if (on) loseMemory()
        await (on ? port.unplug() : port.plugIn())
      },
      active: () => [...active],
    },
    close: port.close,
  }
}
