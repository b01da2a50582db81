import { expect, test } from 'vitest'
import { drivenClock } from './driven-clock.ts'
import { type LinkState, openLink } from './link.ts'
import { memoryPipe } from './transport/memory.ts'
import type { Wire } from './transport/wire.ts'

/** A line protocol small enough to see through: a frame is `<letters>`, everything outside is noise. */
function decode(bytes: Uint8Array) {
  const frames: string[] = []
  let discardedBytes = 0
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(0x3e, at)
    if (bytes[at] === 0x3c && end < 0) break
    if (bytes[at] === 0x3c) {
      frames.push(Buffer.from(bytes.subarray(at + 1, end)).toString())
      at = end + 1
    } else {
      discardedBytes += 1
      at += 1
    }
  }
  return { frames, rest: bytes.subarray(at), discardedBytes }
}

const frame = (text: string) => Buffer.from(`<${text}>`)

/** A bench with a device that can be plugged in, unplugged, and told what to answer. */
function bench(options: { interByteMs?: number; heartbeat?: boolean; onOpen?: string } = {}) {
  const clock = drivenClock(0)
  const said: LinkState[] = []
  const heard: string[] = []
  const frames: string[] = []
  const device = {
    plugged: true,
    answers: true,
    babbles: false,
    dials: 0,
    wire: undefined as Wire | undefined,
  }
  const link = openLink<string>({
    dial: async () => {
      device.dials += 1
      if (!device.plugged) throw new Error('nobody there')
      const [here, there] = memoryPipe()
      device.wire = there
      there.onBytes((bytes) => {
        const text = Buffer.from(bytes).toString().slice(1, -1)
        heard.push(text)
        if (device.babbles) void there.send(Buffer.from('HTTP/1.1 400'))
        else if (device.answers && text !== 'mute') void there.send(frame(`re ${text}`))
      })
      return here
    },
    clock,
    random: () => 0.5,
    decode,
    onFrame: (text) => frames.push(text),
    onState: (state) => said.push(state),
    ...(options.interByteMs !== undefined && { interByteMs: options.interByteMs }),
    ...(options.onOpen !== undefined && { onOpen: (talk) => talk.send(frame(options.onOpen ?? '')) }),
    ...(options.heartbeat && {
      heartbeat: {
        everyMs: 2000,
        timeoutMs: 1000,
        beat: async (talk) => (await talk.ask(frame('beat'), reply('beat'), 1000)) === 're beat',
      },
    }),
  })
  return { clock, said, heard, frames, device, link }
}

const reply = (to: string) => (text: string) => (text === `re ${to}` ? text : undefined)

test('a question gets the frame it understands, other frames go to the listener', async () => {
  const { clock, device, link, frames } = bench()
  await clock.advance(0)
  const answer = link.ask(frame('hello'), reply('hello'), 1000)
  void device.wire?.send(frame('paper low'))
  expect(await answer).toBe('re hello')
  await clock.advance(0)
  expect(frames).toEqual(['paper low'])
})

test('questions wait in line: one is outstanding, in order', async () => {
  const { clock, device, link, heard } = bench()
  await clock.advance(0)
  device.answers = false
  const first = link.ask(frame('one'), reply('one'), 1000)
  const second = link.ask(frame('two'), reply('two'), 1000)
  await clock.advance(500)
  expect(heard).toEqual(['one'])
  await clock.advance(500)
  expect(await first).toBe('silent')
  device.answers = true
  void device.wire?.send(frame('re two'))
  expect(await second).toBe('re two')
  expect(link.counters().silences).toBe(1)
})

test('a device that vanishes without a word is offline within 5 s, said once', async () => {
  const { clock, device, link, said } = bench({ heartbeat: true })
  await clock.advance(10_000)
  expect(link.state()).toEqual({ state: 'online', sinceMs: 0 })
  device.answers = false
  await clock.advance(5000)
  expect(link.state().state).toBe('offline')
  await clock.advance(60_000)
  expect(said.map((s) => s.state)).toEqual(['online', 'offline'])
  device.answers = true
  await clock.advance(40_000)
  expect(said.map((s) => s.state)).toEqual(['online', 'offline', 'online'])
})

test('a device that speaks another protocol is offline for that reason, and dialled no more often than another', async () => {
  const { clock, device, link, said } = bench({ heartbeat: true })
  device.babbles = true
  await clock.advance(60_000)
  expect(said).toMatchObject([{ state: 'offline', why: 'bytes came, none of this protocol' }])
  expect(link.counters().frames).toBe(0)
  expect(device.dials).toBeLessThan(10)
})

test('dialling again waits longer each time, up to 30 s, and initialises every connection', async () => {
  const { clock, device, link, heard } = bench({ onOpen: 'set up' })
  await clock.advance(0)
  expect(heard).toEqual(['set up'])
  device.plugged = false
  device.wire?.close()
  await clock.advance(600_000)
  expect(device.dials).toBeGreaterThan(20)
  expect(device.dials).toBeLessThan(40)
  expect(link.state()).toMatchObject({ state: 'offline', why: 'nobody there' })
  device.plugged = true
  await clock.advance(30_000)
  expect(link.state().state).toBe('online')
  expect(heard).toEqual(['set up', 'set up'])
  expect(link.counters().reconnects).toBe(1)
})

test('an unplug in the middle of a question answers it with offline, and the waiting ones too', async () => {
  const { clock, device, link } = bench()
  await clock.advance(0)
  const asked = link.ask(frame('mute'), reply('mute'), 60_000)
  const waiting = link.ask(frame('next'), reply('next'), 60_000)
  await clock.advance(0)
  device.wire?.close()
  await clock.advance(0)
  expect([await asked, await waiting]).toEqual(['offline', 'offline'])
  expect(await link.ask(frame('later'), reply('later'), 1000)).toBe('offline')
  await expect(link.send(frame('later'))).rejects.toThrow('offline')
})

test('a frame that stops half-way is dropped after the inter-byte time, and the next one is heard', async () => {
  const { clock, device, link, frames } = bench({ interByteMs: 100 })
  await clock.advance(0)
  void device.wire?.send(Buffer.from('<hal'))
  await clock.advance(200)
  void device.wire?.send(frame('whole'))
  await clock.advance(0)
  expect(frames).toEqual(['whole'])
  expect(link.counters().discardedBytes).toBe(4)
})

test('a dial that never answers is given up', async () => {
  const clock = drivenClock(0)
  const link = openLink<string>({ dial: () => new Promise(() => {}), clock, random: () => 0, decode })
  await clock.advance(6000)
  expect(link.state()).toMatchObject({ state: 'offline', why: 'no connection in time' })
})

test('a closed link dials no more', async () => {
  const { clock, device, link } = bench()
  await clock.advance(0)
  await link.close()
  await clock.advance(60_000)
  expect(device.dials).toBe(1)
  expect(link.state()).toMatchObject({ state: 'offline', why: 'closed here' })
})
