import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfHex } from '../vector.ts'
import { decodeSam, encodeSam } from './codec.ts'
import {
  answerTo,
  type SamCommand,
  type SamOutcome,
  samCommands,
  samRequest,
  statusWords,
} from './commands.ts'
import { samVectors } from './vectors.ts'

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const LEAD = 'aa aa aa 96 69'
const whole = (hex: string) => bytesOf(`${LEAD} ${hex}`)
const filled = (count: number) => Uint8Array.from({ length: count }, (_, at) => (at * 7 + 1) & 0xff)

// devices.md §4.
const answers: [SamCommand, SamOutcome, string][] = [
  ['find', 'found', '00 08 00 00 9f 00 00 00 00 97'],
  ['find', 'noCard', '00 04 00 00 80 84'],
  ['select', 'done', '00 0c 00 00 90 00 00 00 00 00 00 00 00 9c'],
  ['select', 'selectFailed', '00 04 00 00 81 85'],
  ['read', 'readFailed', '00 04 00 00 41 45'],
]

describe('published frames', () => {
  test.each(samVectors)('$name', ({ hex, frame }) => {
    expect(encodeSam(frame)).toEqual(bytesOfHex(hex))
    expect(decodeSam(bytesOfHex(hex))).toEqual({ frames: [frame], rest: new Uint8Array(), discardedBytes: 0 })
  })

  test('a request is its command, framed', () => {
    expect(samRequest('read')).toEqual(whole('00 03 30 01 32'))
  })

  test.each(answers)('%s is answered %s with %s', (command, outcome, hex) => {
    const { frames, rest, discardedBytes } = decodeSam(whole(hex))
    expect([frames.length, rest.length, discardedBytes]).toEqual([1, 0, 0])
    const [body = new Uint8Array()] = frames
    expect(answerTo(command, body)?.outcome).toBe(outcome)
    expect(encodeSam(body)).toEqual(whole(hex))
  })

  test('a card is read with 1,295 bytes', () => {
    const body = Uint8Array.of(0, 0, 0x90, 1, 0, 4, 0, ...filled(256), ...filled(1024))
    const sent = encodeSam(body)
    expect(sent).toHaveLength(1295)
    expect(sent.subarray(0, 14)).toEqual(whole('05 08 00 00 90 01 00 04 00'))
    expect(decodeSam(sent).frames).toEqual([body])
    expect(answerTo('read', body)).toEqual({ outcome: 'done', data: body.subarray(3) })
  })
})

describe('an answer', () => {
  test.each(Object.entries(statusWords))('%s has the status word %i', (name, word) => {
    const command = name === 'found' ? 'find' : 'status'
    const data = name === 'found' ? [0, 0, 0, 0] : []
    expect(answerTo(command, Uint8Array.of(0, 0, word, ...data))?.outcome).toBe(name)
  })

  test('has a second word for a failed authentication, and unknown words are told', () => {
    expect(answerTo('read', Uint8Array.of(0, 0, 0x32))?.outcome).toBe('authenticationFailed')
    expect(answerTo('read', Uint8Array.of(0, 0, 0x60))?.outcome).toBe('unknownStatus')
    expect(answerTo('find', Uint8Array.of(1, 0, 0x80))?.outcome).toBe('unknownStatus')
    expect(answerTo('find', Uint8Array.of(0, 0))).toBeUndefined()
  })

  test('that is good news for another command is none', () => {
    const good = (command: SamCommand) =>
      Uint8Array.of(0, 0, command === 'find' ? 0x9f : 0x90, ...filled(samCommands[command].answerBytes))
    const commands = ['moduleId', 'find', 'select', 'read'] as const
    for (const asked of commands)
      for (const answered of commands)
        expect(answerTo(asked, good(answered)) !== undefined).toBe(asked === answered)
  })
})

// Bodies and noise made of what the protocol itself is made of.
const bytes = fc.oneof(fc.nat(255), fc.constantFrom(0xaa, 0x96, 0x69, 0x00, 0x04, 0x90))
const bodies = fc.array(bytes, { minLength: 2, maxLength: 40 }).map((body) => Uint8Array.from(body))
const noise = fc.array(bytes, { maxLength: 60 }).map((body) => Uint8Array.from(body))

test('frames cut anywhere and glued together come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(bodies, { maxLength: 5 }), fc.array(fc.nat(200)), (sent, cuts) => {
      const stream = Buffer.concat(sent.map(encodeSam))
      expect(received(stream, cuts).frames).toEqual(sent)
    }),
  )
})

test('good frames are found after any noise, once its unfinished frame is given up', () => {
  fc.assert(
    fc.property(noise, bodies, fc.array(fc.nat(100)), (before, body, cuts) => {
      const stream = Buffer.concat([before, encodeSam(body)])
      const { frames, discardedBytes } = givenUp(received(stream, cuts))
      expect(frames.at(-1)).toEqual(body)
      expect(discardedBytes).toBe(stream.length - framedBytes(frames))
    }),
  )
})

test('no frame with a wrong xor is accepted, and the next one is', () => {
  fc.assert(
    fc.property(bodies, bodies, fc.nat(), fc.integer({ min: 1, max: 255 }), (hurt, good, place, damage) => {
      const sent = encodeSam(hurt)
      const at = place % sent.length
      sent[at] = (sent[at] ?? 0) ^ damage
      const { frames } = givenUp(received(Buffer.concat([sent, encodeSam(good)]), []))
      // Frames nested in the body by chance of the generator are none of the damaged one.
      expect(frames.at(-1)).toEqual(good)
      expect(frames.slice(0, -1).some((frame) => frame.length >= hurt.length)).toBe(false)
    }),
  )
})

test('a body that holds a whole frame is not looked into, however it arrives', () => {
  fc.assert(
    fc.property(bodies, bodies, fc.array(fc.nat(120)), (before, inner, cuts) => {
      const outer = Uint8Array.of(...before, ...encodeSam(inner))
      expect(received(encodeSam(outer), cuts).frames).toEqual([outer])
    }),
  )
})

test('noise alone throws nothing and leaves less than a frame behind', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 3000 }), (noise) => {
      expect(decodeSam(Uint8Array.from(noise)).rest.length).toBeLessThan(1295)
    }),
  )
})

test('a length no frame has is noise at once', () => {
  expect(decodeSam(whole('05 09 00 00'))).toMatchObject({ frames: [], rest: new Uint8Array() })
  expect(decodeSam(whole('00 02 00 00'))).toMatchObject({ frames: [], rest: new Uint8Array() })
})

interface Received {
  frames: Uint8Array[]
  rest: Uint8Array
  discardedBytes: number
}

function received(stream: Uint8Array, cuts: number[]): Received {
  const all: Received = { frames: [], rest: new Uint8Array(), discardedBytes: 0 }
  let from = 0
  for (const to of [...cuts.toSorted((a, b) => a - b), stream.length]) {
    add(all, Buffer.concat([all.rest, stream.subarray(from, Math.max(from, to))]))
    from = Math.max(from, to)
  }
  return all
}

/** As the line does after a silence: one byte is dropped and the search goes on (connection.ts). */
function givenUp(all: Received): Received {
  while (all.rest.length > 0) {
    all.discardedBytes += 1
    add(all, all.rest.subarray(1))
  }
  return all
}

function add(all: Received, bytes: Uint8Array) {
  const { frames, rest, discardedBytes } = decodeSam(bytes)
  all.frames.push(...frames)
  all.rest = rest
  all.discardedBytes += discardedBytes
}

const framedBytes = (frames: Uint8Array[]) => frames.reduce((sum, frame) => sum + frame.length + 8, 0)
