import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { mostLineBytes } from '@jiaohao/core/contract/program.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { openLed } from '../led/led.ts'
import type { LinkState } from '../link.ts'
import { allowedCommand, commandName } from './allowed-command.ts'
import { dialCommand } from './dial-command.ts'
import { openProgramKeypads } from './keypads.ts'
import { programLedCard } from './led-card.ts'
import { decodeLines } from './lines.ts'
import { openProgramPrinter } from './printer.ts'

const clock = clockOf(globalThis)
const random = () => 0.5
const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'jiaohao-external-'))
  toClose.push(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A real program, started as a station would, with everything it logs. */
function program(name: 'example' | 'bad-program', ...options: string[]) {
  const log: string[] = []
  const onLog = (line: string) => void log.push(line)
  const file = resolve(import.meta.dirname, `${name}.ts`)
  const dial = dialCommand({
    program: process.execPath,
    options: [file, ...options],
    folder: folder(),
    clock,
    onLog,
  })
  const pids = () => log.flatMap((line) => /^(?:pid|child) (\d+)$/.exec(line)?.[1] ?? []).map(Number)
  return { dial, log, onLog, pids }
}

/** Keypads behind a program; presses are acted on, and written down. */
function keypads(started: ReturnType<typeof program>) {
  const keys: string[] = []
  const states: LinkState[] = []
  const bus = openProgramKeypads({
    ...started,
    clock,
    random,
    onKey: async ({ address, key }) => {
      keys.push(`${address} ${key}`)
      return true
    },
    onRating: async () => true,
    onState: (state) => states.push(state),
  })
  toClose.push(bus.close)
  return { bus, keys, states }
}

const soon = { timeout: 10_000 }
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

describe('the example', { timeout: 20_000 }, () => {
  test('as keypads presses call next, hears that it is done, and shows its digits', async () => {
    const started = program('example', '--press-after', '1')
    const { bus, keys } = keypads(started)
    bus.showNumber(3, 'A001')
    await expect.poll(() => keys, soon).toEqual(['3 callNext'])
    await expect.poll(() => started.log, soon).toContain('press first was done')
    expect(started.log).toContain('shows A001')
  })

  test('as an LED strip shows what led.ts wants of it', async () => {
    const started = program('example')
    const shown: string[] = []
    const led = openLed({
      card: programLedCard({ widthPx: 128, heightPx: 32 }, started.onLog),
      dial: started.dial,
      clock,
      random,
      width: 128,
      height: 32,
      onShown: ({ lines }) => shown.push(lines.join(' ')),
    })
    toClose.push(led.close)
    led.want({ lines: ['请A001号', '到3号窗口'], colour: 'red', light: { flash: '1' } })
    await expect.poll(() => shown, soon).toEqual(['请A001号 到3号窗口'])
    expect(started.log).toContain('shows 请A001号 / 到3号窗口')
  })

  test('as a printer prints a job once', async () => {
    const started = program('example')
    const printer = openProgramPrinter({ ...started, clock, random, columns: 48 })
    toClose.push(printer.close)
    await expect.poll(printer.status, soon).toEqual({ status: 'ready' })
    const job = { id: 'A001/1', slip: [{ block: 'text' as const, text: 'A001' }] }
    expect(await Promise.all([printer.print(job), printer.print(job)])).toEqual([
      { result: 'printed' },
      { result: 'printed' },
    ])
    expect(started.log.filter((line) => line.startsWith('prints'))).toEqual(['prints A001/1'])
  })
})

describe('a program', { timeout: 30_000 }, () => {
  test('that crashes is started again, after a rest', async () => {
    const started = program('bad-program', 'crash')
    const { states } = keypads(started)
    await expect.poll(() => started.pids().length, soon).toBeGreaterThan(2)
    expect(states.find(({ state }) => state === 'offline')).toMatchObject({ why: 'the program ended with 3' })
    expect(new Set(started.pids()).size).toBe(started.pids().length)
  })

  test('that cannot be started says so and is no crash of ours', async () => {
    const missing = dialCommand({
      program: '/no/such/program',
      options: [],
      folder: folder(),
      clock,
      onLog: () => {},
    })
    await expect(missing()).rejects.toThrow('ENOENT')
    await expect(missing()).rejects.toThrow('rests')
  })

  test.each([
    ['dumb', 'the program did not say hello'],
    ['hang', 'no answer to the heartbeat'],
  ])('that is %s is ended when its time is up', async (wrong, why) => {
    const started = program('bad-program', wrong)
    const { states } = keypads(started)
    await expect.poll(() => states.at(0), soon).toMatchObject({ state: 'offline', why })
    const [first = 0] = started.pids()
    await expect.poll(() => isAlive(first), soon).toBe(false)
  })

  test('that babbles is heard all the same, and its noise counted', async () => {
    const started = program('bad-program', 'garbage')
    const { bus, keys } = keypads(started)
    await expect.poll(() => bus.state().state, soon).toBe('online')
    expect(bus.counters().discardedBytes).toBeGreaterThan(60)
    expect(keys).toEqual([])
  })

  test('whose line is huge has it refused whole, also its tail', async () => {
    const started = program('bad-program', 'huge')
    const { bus, keys } = keypads(started)
    await expect.poll(() => bus.state().state, soon).toBe('online')
    expect(bus.counters().discardedBytes).toBeGreaterThan(200_000)
    expect(keys).toEqual([])
  })

  test('that says one press again and again gets the same verdict, and it is acted on once', async () => {
    const started = program('bad-program', 'forgetful')
    const { keys } = keypads(started)
    const verdict = 'verdict {"message":"key","press":"same","done":true}'
    await expect.poll(() => started.log.filter((line) => line === verdict).length, soon).toBe(3)
    expect(keys).toEqual(['3 callNext'])
  })

  test('that writes without end fills no log', async () => {
    const started = program('bad-program', 'chatty')
    const { bus } = keypads(started)
    await expect.poll(() => bus.state().state, soon).toBe('online')
    expect(started.log.length).toBeLessThanOrEqual(20)
  })

  test.each(['', 'stubborn', 'family'])('"%s" is gone with its children when it is closed', async (wrong) => {
    const started = program('bad-program', wrong)
    const { bus } = keypads(started)
    await expect.poll(() => bus.state().state, soon).toBe('online')
    await expect.poll(() => started.pids().length, soon).toBe(wrong === 'family' ? 2 : 1)
    expect(started.pids().every(isAlive)).toBe(true)
    await bus.close()
    await expect.poll(() => started.pids().some(isAlive), soon).toBe(false)
  })

  test('gets nothing of our environment but what it needs to run', async () => {
    process.env.JIAOHAO_TEST_SECRET = 'secret'
    toClose.push(() => delete process.env.JIAOHAO_TEST_SECRET)
    const log: string[] = []
    const dial = dialCommand({
      program: process.execPath,
      options: ['-e', 'console.error("PATH" in process.env, process.env.JIAOHAO_TEST_SECRET)'],
      folder: folder(),
      clock,
      onLog: (line) => log.push(line),
    })
    const wire = await dial()
    await wire.closed
    expect(log).toEqual(['true undefined'])
  })
})

describe('a slip', { timeout: 30_000 }, () => {
  const job = { id: 'A001/1', slip: [] }
  async function printerOf(wrong: string) {
    const printer = openProgramPrinter({
      ...program('bad-program', wrong),
      clock,
      random,
      columns: 48,
      answerWithinMs: 500,
    })
    toClose.push(printer.close)
    await expect.poll(printer.status, soon).toEqual({ status: 'ready' })
    return printer
  }

  test('the program died over is unknown, and not printed again by itself', async () => {
    const printer = await printerOf('diesPrinting')
    expect(await printer.print(job)).toEqual({ result: 'unknown', why: 'unplugged' })
    expect(await printer.print(job)).toEqual({ result: 'unknown', why: 'unplugged' })
  })

  test('it had no paper for is failed, with the reason', async () => {
    const printer = await printerOf('noPaper')
    expect(await printer.print(job)).toEqual({ result: 'failed', why: 'paperOut' })
  })

  test('never confirmed is unknown when its time is up, and the program is ended', async () => {
    const printer = await printerOf('mute')
    expect(await printer.print(job)).toEqual({ result: 'unknown', why: 'silent' })
    await expect.poll(() => printer.status().status, soon).toBe('offline')
  })
})

describe('commands.json', () => {
  const written = (text: string) => {
    const path = folder()
    writeFileSync(join(path, 'commands.json'), text)
    return path
  }

  test('allows a program by its name, with its arguments', () => {
    const path = written('{"vendor-led": ["/opt/vendor/led", "--port", "3"]}')
    expect(allowedCommand(path, 'vendor-led')).toEqual({
      program: '/opt/vendor/led',
      options: ['--port', '3'],
    })
    expect(commandName('command:vendor-led')).toBe('vendor-led')
    expect(commandName('tcp://10.0.0.9:1')).toBeUndefined()
  })

  test.each([
    ['sh', '{"led": ["/opt/led"]}', 'not in'],
    ['toString', '{"led": ["/opt/led"]}', 'not in'],
    ['led', '{"led": ["led"]}', 'not a whole path'],
    ['led', '{"led": "/opt/led"}', 'led is wrong'],
    ['led', '{"led": []}', 'led is wrong'],
  ])('refuses %s of %s: %s', (name, text, why) => {
    expect(() => allowedCommand(written(text), name)).toThrow(why)
  })

  test('missing, or writable by everybody, allows nothing', () => {
    expect(() => allowedCommand(folder(), 'led')).toThrow('there is no')
    const path = written('{"led": ["/opt/led"]}')
    chmodSync(join(path, 'commands.json'), 0o666)
    expect(() => allowedCommand(path, 'led')).toThrow('by everybody')
  })
})

test('a line cut anywhere is one message; one byte too long is none', () => {
  const decode = decodeLines(() => {})
  const good = new TextEncoder().encode('{"message":"state","state":"ready"}\n')
  for (let cut = 0; cut < good.length; cut += 1) {
    const { frames, rest } = decode(good.subarray(0, cut))
    expect(frames).toEqual([])
    expect(decode(Uint8Array.of(...rest, ...good.subarray(cut))).frames).toHaveLength(1)
  }
  const padded = (bytes: number) =>
    new TextEncoder().encode(`${'{"message":"state","state":"ready"}'.padEnd(bytes)}\n`)
  expect(decode(padded(mostLineBytes)).frames).toHaveLength(1)
  expect(decode(padded(mostLineBytes + 1))).toMatchObject({ frames: [], discardedBytes: mostLineBytes + 2 })
})
