import * as z from 'zod'
import { id } from '../queue/plain-text.ts'
import type { Refused } from '../queue/refused.ts'

/** What one frame on a device's wire says: a key of the console's text tables, and a number or a text it carries. */
export const Meaning = z.strictObject({
  means: z.string().regex(/^[a-zA-Z]{1,40}$/),
  detail: z.string().max(80),
})
export type Meaning = z.infer<typeof Meaning>

/** At most this many bytes of one exchange are shown; `sizeBytes` says how many there were. */
export const shownBytes = 256
export const mostMeanings = 12

/** Bytes as they passed between a station and its device, and what they say. */
export const Exchange = z.strictObject({
  direction: z.enum(['sent', 'received']),
  atMs: z.number(),
  sizeBytes: z.int().min(0),
  hex: z
    .string()
    .regex(/^[0-9a-f]*$/)
    .max(2 * shownBytes),
  meaning: z.array(Meaning).max(mostMeanings),
})
export type Exchange = z.infer<typeof Exchange>

/** Since the device was opened: whole frames, bytes that were noise, questions never answered, times it came back. */
export const WireCounters = z.object({
  frames: z.number(),
  discardedBytes: z.number(),
  sentBytes: z.number(),
  receivedBytes: z.number(),
  silences: z.number(),
  reconnects: z.number(),
})
export type WireCounters = z.infer<typeof WireCounters>

/** A longer drawing is not sent; characters. */
export const largestPicture = 120_000

/** A drawing of the last paper, or what a panel is meant to show. */
export const DevicePicture = z.union([
  z.strictObject({ svg: z.string().max(largestPicture) }),
  z.strictObject({
    lines: z.array(z.string().max(200)).max(16),
    colour: z.enum(['red', 'green', 'yellow']),
  }),
])
export type DevicePicture = z.infer<typeof DevicePicture>

/** A device from the inside, as its station tells a technician; `counters` is null where there is no wire. */
export const DeviceInspection = z.strictObject({
  counters: z.nullable(WireCounters),
  /** Oldest first. */
  exchanges: z.array(Exchange).max(50),
  picture: z.nullable(DevicePicture),
})
export type DeviceInspection = z.infer<typeof DeviceInspection>

/** What can be tried from afar; each kind of device knows one: printer, led, speaker, keypads, idReader, scanner. */
export const DeviceTest = z.enum(['printPage', 'ledPatterns', 'say', 'pressKey', 'layCard', 'scanCode'])
export type DeviceTest = z.infer<typeof DeviceTest>
export const DeviceTestAsk = z.strictObject({ deviceId: id, test: DeviceTest })
export type DeviceTestAsk = z.infer<typeof DeviceTestAsk>

/** How a test ended; `why` is a device's state or fault, `detail` what was heard, for the technician. */
export const DeviceTestResult = z.strictObject({
  result: z.enum(['passed', 'failed', 'unknown']),
  why: z.string().regex(/^[a-zA-Z]{0,30}$/),
  detail: z.string().max(200),
})
export type DeviceTestResult = z.infer<typeof DeviceTestResult>

/** Small enough for a slow line, and sent only when somebody asks. */
export const mostScreenshotBytes = 200 * 1024

/** A station's own page as it stands on the glass, in base64. */
export const Screenshot = z.strictObject({ jpeg: z.base64().max(Math.ceil(mostScreenshotBytes / 3) * 4) })
export type Screenshot = z.infer<typeof Screenshot>

/** The station's word on a question about one of its devices. */
export type Inspected = DeviceInspection | Refused
export type Tested = DeviceTestResult | Refused

/** No test takes longer: a key, a card or a code is waited for 20 s, a slip 15 s. */
export const testWithinMs = 30_000
