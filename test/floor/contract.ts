import * as z from 'zod'

/** What the floor page is told: the whole demonstration hall, its devices as they stand. Sent anew on every change. */
export interface Floor {
  hallName: string
  nowMs: number
  kiosks: FloorKiosk[]
  boards: { zoneId: string; name: string; url: string; speaker: FloorSpeaker }[]
  counters: FloorCounter[]
  /** What is broken on the one line all keypads share. */
  keypadFaults: string[]
  consoleUrl: string
  replayUrl: string
  autopilot: { on: boolean; citizensPerHour: number }
  /** Waiting, being served and finished today. */
  counts: { waiting: number; serving: number; finished: number; rated: number }
}

export interface FloorKiosk {
  id: string
  name: string
  url: string
  /** The newest slips, newest first: the picture the virtual printer made of the bytes it got. */
  papers: { key: string; atMs: number; svg: string; text: string }[]
  faults: string[]
  state: string
  /** `card` lies on the reader now. */
  reader: { faults: string[]; card: DemoCard | null }
  scanner: { faults: string[] }
}

/** Cards of invented people to hold to a kiosk; `wrong` has a check digit that cannot be. */
export const demoCardNames = ['resident', 'permit', 'wrong'] as const
export type DemoCard = (typeof demoCardNames)[number]

export interface FloorCounter {
  counterId: string
  no: string
  clerkName: string
  services: string[]
  state: 'closed' | 'idle' | 'calling' | 'serving' | 'wrappingUp' | 'paused'
  number: string | null
  waiting: number
  panel: { lines: readonly string[]; colour: 'red' | 'green' | 'yellow'; lit: boolean; faults: string[] }
  keypad: { display: string; beeps: number }
  /** A rating is awaited now. */
  asking: boolean
  counterUrl: string
  evaluatorUrl: string
}

export interface FloorSpeaker {
  /** Being said now, and those that wait. */
  saying: string | null
  queue: string[]
  /** The newest sounds, newest first; each can be heard at `/floor/sounds/:key`. */
  said: { key: string; text: string; atMs: number }[]
  faults: string[]
}

/** What can be done on the floor page. */
export const FloorAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('press'),
    counterId: z.string(),
    key: z.enum([
      'callNext',
      'recall',
      'requestRating',
      'pause',
      'giveUp',
      'hold',
      'callBack',
      'transfer',
      'cancel',
    ]),
  }),
  z.strictObject({ act: z.literal('rate'), counterId: z.string(), value: z.int().min(0).max(3) }),
  z.strictObject({
    act: z.literal('fault'),
    /** `printer:kiosk1`, `idReader:kiosk1`, `scanner:kiosk1`, `keypads`, `led:c1`, `speaker:east` */
    device: z.string().max(40),
    fault: z.string().max(20),
    on: z.boolean(),
  }),
  /** Laid on the kiosk's reader for a moment. */
  z.strictObject({ act: z.literal('card'), kioskId: z.string(), card: z.enum(demoCardNames) }),
  z.strictObject({ act: z.literal('scan'), kioskId: z.string(), text: z.string().min(1).max(200) }),
  z.strictObject({
    act: z.literal('autopilot'),
    on: z.boolean(),
    citizensPerHour: z.int().min(0).max(2_000),
  }),
  /** Opens (or closes) a counter with its demonstration clerk. */
  z.strictObject({ act: z.literal('clerk'), counterId: z.string(), here: z.boolean() }),
])
export type FloorAct = z.infer<typeof FloorAct>

/** The faults each kind of virtual device can be given from the page. */
export const faultsOf = {
  printer: ['paperOut', 'coverOpen', 'nearEnd', 'silent', 'slow', 'unplugged'],
  keypads: ['unplugged', 'silent', 'localEcho', 'corrupt'],
  led: ['unplugged', 'silent', 'busy'],
  speaker: ['unplugged', 'silent'],
  idReader: ['unplugged', 'silent', 'corrupt', 'unauthorised'],
  scanner: ['unplugged', 'silent', 'corrupt'],
} as const

export interface FloorToServer {
  act(act: FloorAct, reply: (answer: { done: true } | { refused: string }) => void): void
}

export interface FloorToClient {
  floor(floor: Floor): void
}
