import * as z from 'zod'
import { id, plainText } from '../queue/plain-text.ts'
import { scopes } from '../queue/who.ts'
import { mostSteps, stepFrom } from './day-steps.ts'
import { KeypadProfileFile, wrongIn } from './keypad-profile.ts'
import { speakerFields } from './speaker.ts'

/**
 * `tcp://host:port`, `serial:///dev/ttyUSB0?baud=9600`, `file:///dev/usb/lp0`, for sound `player:` or `none:`, or
 * `command:name`, a program that the station's own `commands.json` allows: never a path, so that a hub can start
 * nothing on a station but what its technician put there.
 */
const address = z
  .string()
  .max(200)
  .regex(
    /^(tcp:\/\/[^\s/]+:\d{1,5}|serial:\/\/\/dev\/\S+|file:\/\/\/dev\/\S+|player:\S*|none:|command:[A-Za-z0-9_-]{1,40})$/,
  )

/** A device that speaks first or holds people's data sits on a line of its own: no file, no program. */
const lineAddress = address.regex(/^(tcp|serial):/)

const device = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ id, kind: z.literal(kind), address, ...shape })

/** A union says only that nothing fits; a technician needs the field and the reason. */
const wrongProfile = (input: unknown) =>
  wrongIn(input)
    .map(({ path, problem }) => `${path}: ${problem}`)
    .join('; ')
    .slice(0, 300)

/** A device at a station, as the technician set it up. */
export const Device = z.discriminatedUnion('kind', [
  device('printer', { columns: z.union([z.literal(32), z.literal(48)]).default(48) }),
  /** A bus of keypads: which counter sits at which bus address. */
  device('keypads', {
    counters: z.array(z.strictObject({ address: z.int().min(0).max(255), counterId: id })).max(64),
    /** How the line's devices speak: the one built in, or another vendor's file. */
    profile: z
      .union([z.literal('ff68'), KeypadProfileFile], { error: ({ input }) => wrongProfile(input) })
      .default('ff68'),
  }),
  device('led', {
    counterId: id,
    /** Whose control card sits behind the strip. */
    card: z.enum(['onbon', 'cpower', 'huidu']).default('onbon'),
    widthPx: z.int().min(16).max(1024).default(128),
    heightPx: z.int().min(8).max(256).default(32),
    /** None: left as the card has it. 1 is the darkest, 16 full. */
    brightness: z
      .array(z.strictObject({ from: stepFrom, level: z.int().min(1).max(16) }))
      .max(mostSteps)
      .default([]),
  }),
  device('speaker', speakerFields),
  /** A reader of resident identity cards; serial ones run at 115200 baud. */
  device('idReader', { address: lineAddress }),
  /** A scanner of QR and bar codes that sends what it reads. */
  device('scanner', { address: lineAddress }),
])
export type Device = z.infer<typeof Device>
export type DeviceOf<Kind extends Device['kind']> = Extract<Device, { kind: Kind }>

/** How a device is now; `state` is `ready` or the fault's name, a key of the text tables. */
export const DeviceReport = z.strictObject({
  id,
  kind: z.enum(['printer', 'keypads', 'led', 'speaker', 'idReader', 'scanner']),
  state: z.string().regex(/^[a-zA-Z]{1,30}$/),
  sinceMs: z.number(),
  /** What it shows or says now, for the technician. */
  detail: z.string().max(300).default(''),
})
export type DeviceReport = z.infer<typeof DeviceReport>
export const DeviceReports = z.array(DeviceReport).max(200)

/**
 * A loudspeaker's word on a call before it is said: it waits for its turn or is being said; it will not be said and
 * need not be (the citizen came, quiet hours); or it should have been and will not be.
 */
export const SpeechWord = z.strictObject({
  deviceId: id,
  callSeq: z.int().min(1),
  is: z.enum(['waits', 'excused', 'unsaid']),
})
export type SpeechWord = z.infer<typeof SpeechWord>

/**
 * Devices that would fight for one port, each but the first by its place in the list. A sound card, silence and a
 * program may serve several.
 */
export function portsTwice(devices: readonly Pick<Device, 'address'>[]): number[] {
  const ports = devices.map(({ address }) => portOf(address))
  return ports.flatMap((port, at) => (port !== undefined && ports.indexOf(port) !== at ? [at] : []))
}

/** How a line is set (`?baud=…`) makes no other port of it. */
const portOf = (address: string): string | undefined =>
  /^(tcp|serial|file):/.test(address) ? address.replace(/[?#].*$/, '') : undefined

/** What an administrator sets of a station 终端 when confirming its pairing, and may change later. */
export const StationSetUp = z.strictObject({
  name: plainText(30),
  kind: z.enum(['kiosk', 'window', 'evaluator', 'display', 'program']),
  counterIds: z.array(id).max(64).default([]),
  zoneId: z.union([id, z.literal('')]).default(''),
  may: z.array(z.enum(scopes)).default([]),
  devices: z.array(Device).max(200).default([]),
  /** A kiosk's own letter in the numbers it gives while the hub is away; '' gives none. */
  offlineLetter: z
    .string()
    .regex(/^[A-Z]?$/, 'one capital letter, or nothing')
    .default(''),
  /** A display that shows a board; one without is loudspeakers alone. */
  screen: z.boolean().default(true),
})
export type StationSetUp = z.infer<typeof StationSetUp>

/** A paired station as the console lists it; its key is never shown again. */
export interface Station extends StationSetUp {
  id: string
  pairedAtMs: number
  online: boolean
  seenAtMs: number | null
  deviceReports: DeviceReport[]
}
