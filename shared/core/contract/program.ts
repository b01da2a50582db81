import * as z from 'zod'
import { languages } from '../text/language.ts'
import { keypadKeys } from './keypad-profile.ts'

/**
 * What a station and a program that wraps a vendor's library say to each other: one JSON object a line, UTF-8, on
 * the program's stdin and stdout.
 */
const programProtocol = 1

/** A longer line from a program is refused whole, whatever is in it. */
export const mostLineBytes = 16_384

const kind = z.enum(['printer', 'keypads', 'led', 'voice'])
const ask = z.int().min(0)
const busAddress = z.int().min(0).max(255)
/** The program's own name for a press; said again it gets the same verdict and is acted on once. */
const press = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** From the station. Whatever has an `id` is answered with it. */
export const ToProgram = z.discriminatedUnion('message', [
  /** First on every start; the program answers with its own hello. Sizes in dots, columns of body text. */
  z.strictObject({
    message: z.literal('hello'),
    protocol: z.literal(programProtocol),
    kind,
    widthPx: z.int().optional(),
    heightPx: z.int().optional(),
    columns: z.int().optional(),
  }),
  /** Are you alive, and how is the device? */
  z.strictObject({ message: z.literal('state'), id: ask }),
  /**
   * What a panel shows from now on, no lines being dark; or the digits of the keypad at an address, where no lines
   * means that so many wait.
   */
  z.strictObject({
    message: z.literal('show'),
    id: ask,
    address: z.nullable(busAddress),
    lines: z.array(z.string()),
    colour: z.enum(['red', 'green', 'yellow']),
    waiting: z.nullable(z.int().min(0)),
  }),
  /** 0 (dark) to 15. */
  z.strictObject({ message: z.literal('brightness'), id: ask, level: z.int().min(0).max(15) }),
  /** One slip, its blocks from top to bottom as in core/text/slip.ts; the same job is never printed twice. */
  z.strictObject({
    message: z.literal('print'),
    id: ask,
    job: z.string(),
    blocks: z.array(z.looseObject({ block: z.string() })),
  }),
  /**
   * A sentence to be written to this file as 16-bit PCM WAV, whole before it is answered; no number in it is to be
   * read as one. 1 is the usual speed.
   */
  z.strictObject({
    message: z.literal('render'),
    id: ask,
    text: z.string().max(500),
    language: z.enum(languages),
    speed: z.number().min(0.25).max(4),
    file: z.string(),
  }),
  z.strictObject({ message: z.literal('beep'), address: busAddress }),
  /** The verdict on a press: done by the hub, or refused. */
  z.strictObject({ message: z.literal('key'), press, done: z.boolean() }),
  z.strictObject({ message: z.literal('rating'), press, done: z.boolean() }),
])
export type ToProgram = z.infer<typeof ToProgram>

/** From the program. Anything else is discarded and counted. */
export const FromProgram = z.discriminatedUnion('message', [
  z.strictObject({
    message: z.literal('hello'),
    protocol: z.literal(programProtocol),
    name: z.string().max(60),
  }),
  /** With the question's id, or by itself when the device changed: `ready` or the fault's name. */
  z.strictObject({
    message: z.literal('state'),
    id: ask.optional(),
    state: z.string().regex(/^[a-zA-Z]{1,30}$/),
    detail: z.string().max(200).default(''),
  }),
  /** Done: the device has it. Failed: it has nothing of it. Unknown: nobody can tell. */
  z.strictObject({
    message: z.literal('answer'),
    id: ask,
    result: z.enum(['done', 'failed', 'unknown']),
    why: z.string().max(100).default(''),
  }),
  z.strictObject({ message: z.literal('key'), press, address: busAddress, key: z.enum(keypadKeys) }),
  z.strictObject({
    message: z.literal('rating'),
    press,
    address: busAddress,
    level: z.literal([1, 2, 3, 4, 5]),
  }),
  z.strictObject({ message: z.literal('log'), text: z.string().max(2_000) }),
])
export type FromProgram = z.infer<typeof FromProgram>

/** `commands.json` in a station's own folder: each name a program by its whole path, and its arguments. */
export const AllowedCommands = z.record(
  z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  z.array(z.string().min(1).max(1_000)).min(1).max(32),
)
