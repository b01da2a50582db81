import type { Clock } from '@jiaohao/core/clock.ts'
import { openDevicePort } from '../transport/device-port.ts'
import { decodeKeypad, encodeKeypad, type KeypadFrame } from './codec.ts'
import { digitsShown } from './digits.ts'
import { acknowledgement, pressOf } from './presses.ts'
import { ff68, type Key, type KeypadProfile } from './profile.ts'

export type KeypadFault =
  | 'unplugged'
  | 'silent'
  | 'localEcho'
  | 'corrupt'
  | 'split'
  | 'duplicate'
  /** A key pressed now repeats every 100 ms until this is switched off. */
  | 'stuck'

/** Keypads and evaluators on one RS485 line behind a serial server. */
export interface KeypadTwin {
  /** For `dialOf`. */
  address: string
  press(address: number, key: Key): void
  rate(address: number, value: number): void
  /** Six positions, blanks as spaces: `   001`. */
  display(address: number): string
  beeps(address: number): number
  /** How many presses and ratings of this address the host has acknowledged. */
  acknowledged(address: number): number
  faults: { set(fault: KeypadFault, on: boolean): Promise<void>; active(): readonly KeypadFault[] }
  close(): Promise<void>
}

export interface KeypadTwinOptions {
  /** Taken on 127.0.0.1; a free one when left out. */
  port?: number
  addresses: readonly number[]
  clock: Clock
  /** FF 68 when left out. */
  profile?: KeypadProfile
  onChange?: () => void
}

interface Device {
  display: string
  beeps: number
  acknowledged: number
  /** The frame that acknowledges the last press. */
  awaited: string
}

const REPEAT_MS = 100

/** Speaks a profile's bytes from the devices' end, on a real TCP port. */
export async function openKeypadTwin(options: KeypadTwinOptions): Promise<KeypadTwin> {
  const { clock, onChange, profile = ff68 } = options
  const dark = ' '.repeat(profile.digits.positions)
  const decode = decodeKeypad(profile)
  const hexOf = (frame: KeypadFrame) => Buffer.from(encodeKeypad(profile, frame)).toString('hex')
  const active = new Set<KeypadFault>()
  const devices = new Map<number, Device>(
    options.addresses.map((at) => [at, { display: dark, beeps: 0, acknowledged: 0, awaited: '' }]),
  )
  let rest: Uint8Array = new Uint8Array()
  let cancelRepeat = () => {}
  const port = await openDevicePort(options.port ?? 0, receive)

  function receive(bytes: Uint8Array) {
    if (active.has('silent')) return
    if (active.has('localEcho')) port.send([bytes])
    const understood = decode(Buffer.concat([rest, bytes]))
    rest = understood.rest
    for (const frame of understood.frames) obey(frame)
    if (understood.frames.length > 0) onChange?.()
  }

  function obey(frame: KeypadFrame) {
    const device = devices.get(frame.address)
    if (!device) return
    if (frame.function === profile.digitsFunction) device.display = digitsShown(profile, frame.data)
    else if (frame.function === profile.beepFunction) device.beeps += 1
    else if (hexOf(frame) === device.awaited) device.acknowledged += 1
  }

  function say(frame: KeypadFrame) {
    const press = pressOf(profile, frame)
    const device = devices.get(frame.address)
    if (device && press) device.awaited = hexOf(acknowledgement(profile, press, frame))
    if (active.has('silent') || active.has('unplugged')) return
    const bytes = encodeKeypad(profile, frame)
    if (active.has('corrupt')) bytes[7] = (bytes[7] ?? 0) ^ 0x01
    const sent = active.has('duplicate') ? [bytes, bytes] : [bytes]
    port.send(
      active.has('split') ? sent.flatMap((whole) => [...whole].map((byte) => Uint8Array.of(byte))) : sent,
    )
    cancelRepeat()
    if (active.has('stuck')) cancelRepeat = clock.after(REPEAT_MS, () => active.has('stuck') && say(frame))
  }

  function loseMemory() {
    for (const device of devices.values()) device.display = dark
    rest = new Uint8Array()
    onChange?.()
  }

  return {
    address: port.address,
    press: (address, key) => {
      const data = profile.keys.find((entry) => entry.key === key)?.data ?? []
      say({ address, function: profile.keyFunction, data })
    },
    rate: (address, value) => say({ address, function: profile.ratingFunction, data: [value] }),
    display: (address) => devices.get(address)?.display ?? dark,
    beeps: (address) => devices.get(address)?.beeps ?? 0,
    acknowledged: (address) => devices.get(address)?.acknowledged ?? 0,
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
    close: () => {
      cancelRepeat()
      return port.close()
    },
  }
}
