import { mkdtemp, stat } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SlipBlock, slip } from '@jiaohao/core/text/slip.ts'
import { afterEach, expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { dialOf } from '../transport/dial.ts'
import { openPrinter, type PrinterOptions } from './printer.ts'
import type { PrinterStatus } from './status.ts'
import { openPrinterTwin } from './twin.ts'

let closeBench: () => Promise<unknown> = async () => undefined
afterEach(() => closeBench())

/** A printer of ours and a virtual one on the far end of a real TCP connection, both on one driven clock. */
async function bench(options: Partial<PrinterOptions> = {}) {
  const clock = drivenClock(Date.UTC(2026, 2, 11))
  const twin = await openPrinterTwin({ clock })
  const said: PrinterStatus['status'][] = []
  const dial = dialOf(twin.address, clock)
  const printer = openPrinter({
    dial,
    clock,
    random: () => 0.5,
    onStatus: ({ status }) => said.push(status),
    ...options,
  })
  /** In small steps, because the sockets between the two are real and need their turns. */
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 50) await clock.advance(50)
  }
  const until = async (come: () => boolean) => {
    for (let step = 0; !come() && step < 4000; step += 1) await clock.advance(50)
    expect(come()).toBe(true)
  }
  const outcome = async <T>(promise: Promise<T>): Promise<T> => {
    let settled = false
    const seen = promise.finally(() => {
      settled = true
    })
    await until(() => settled)
    return seen
  }
  closeBench = async () => {
    let closed = false
    void printer.close().then(() => {
      closed = true
    })
    await until(() => closed)
    await twin.close()
  }
  const status = (wanted: PrinterStatus['status']) => until(() => printer.status().status === wanted)
  const texts = () => twin.papers().map((paper) => paper.text)
  return { clock, pass, twin, printer, said, until, outcome, status, texts }
}

const ticket = (number: string): { id: string; slip: SlipBlock[] } => ({
  id: number,
  slip: slip(
    {
      hallName: '临江市政务服务中心',
      number,
      serviceName: '社保业务',
      items: [],
      ahead: 3,
      waitMinutes: { low: 8, high: 20 },
      where: '二楼 B 区',
      bring: ['身份证原件'],
      url: 'https://hall.example/t/k3j9',
      issuedAtMs: Date.UTC(2026, 2, 11, 1, 5),
      timeZone: 'Asia/Shanghai',
      appointment: null,
      reprint: false,
    },
    'zh-CN',
  ),
})

const times = (text: string, part: string) => text.split(part).length - 1

test('a slip ends printed when the paper is out, with the number on it exactly once', async () => {
  const { printer, outcome, status, texts } = await bench()
  await status('ready')
  expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'printed' })
  expect(texts()).toHaveLength(1)
  expect(times(texts()[0] ?? '', 'A001')).toBe(1)
  expect(texts()[0]).toContain('等候地点')
  expect(texts()[0]).toContain('https://hall.example/t/k3j9')
})

test('two slips in a row are two papers that never mix, in order', async () => {
  const { printer, outcome, status, texts } = await bench()
  await status('ready')
  const both = Promise.all([printer.print(ticket('A001')), printer.print(ticket('A002'))])
  expect(await outcome(both)).toEqual([{ result: 'printed' }, { result: 'printed' }])
  expect(texts().map((text) => text.match(/A00\d/g))).toEqual([['A001'], ['A002']])
})

test('the same job again is the same paper, not a second one', async () => {
  const { printer, outcome, status, texts } = await bench()
  await status('ready')
  await outcome(Promise.all([printer.print(ticket('A001')), printer.print(ticket('A001'))]))
  await outcome(printer.print(ticket('A001')))
  expect(texts()).toHaveLength(1)
})

test.each(['paperOut', 'coverOpen'] as const)(
  'with %s a slip is refused, and nothing comes out afterwards',
  async (fault) => {
    const { pass, twin, printer, outcome, status, texts } = await bench()
    await status('ready')
    await twin.faults.set(fault, true)
    await status(fault)
    expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'failed', why: fault })
    await twin.faults.set(fault, false)
    await status('ready')
    await pass(60_000)
    expect(texts()).toEqual([])
    expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'printed' })
  },
)

test('a slip is refused before the printer has answered once, and near the end of the roll it is printed', async () => {
  const { twin, printer, outcome, status } = await bench()
  expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'failed', why: 'offline' })
  await twin.faults.set('nearEnd', true)
  await status('nearEnd')
  expect(await outcome(printer.print(ticket('A002')))).toEqual({ result: 'printed' })
})

test('paper that runs out under a slip leaves it unknown; new paper does not print the rest of it', async () => {
  const { pass, twin, printer, outcome, status, texts, until } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  const result = printer.print(ticket('A001'))
  await pass(300)
  await twin.faults.set('paperOut', true)
  expect(await outcome(result)).toEqual({ result: 'unknown', why: 'paperOut' })
  await twin.faults.set('slow', false)
  await twin.faults.set('paperOut', false)
  await status('ready')
  await until(() => texts().length === 1)
  expect(texts()[0]).not.toContain('请留意屏幕')
  expect(await outcome(printer.print(ticket('A002')))).toEqual({ result: 'printed' })
  expect(texts().slice(1).join()).not.toContain('A001')
})

test('a slow printer is waited for', async () => {
  const { clock, twin, printer, outcome, status, texts } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  const startMs = clock.now()
  expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'printed' })
  expect(clock.now() - startMs).toBeGreaterThan(400)
  expect(texts()).toHaveLength(1)
})

test('a printer that prints and says nothing leaves the outcome unknown, and its paper is not repeated', async () => {
  const { pass, twin, printer, outcome, status, texts } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  const result = printer.print(ticket('A001'))
  await pass(200)
  await twin.faults.set('silent', true)
  expect(await outcome(result)).toEqual({ result: 'unknown', why: 'silent' })
  await status('offline')
  expect(await outcome(printer.print(ticket('A002')))).toEqual({ result: 'failed', why: 'offline' })
  await twin.faults.set('silent', false)
  await twin.faults.set('slow', false)
  await status('ready')
  await pass(60_000)
  expect(times(texts().join('\n'), 'A001')).toBe(1)
  expect(await outcome(printer.print(ticket('A003')))).toEqual({ result: 'printed' })
  expect(times(texts().join('\n'), 'A001')).toBe(1)
  expect(times(texts().join('\n'), 'A002')).toBe(0)
})

test('a printer that dies under a slip without a word is offline within 5 s', async () => {
  const { clock, twin, printer, outcome, status, pass } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  const result = printer.print(ticket('A001'))
  await pass(200)
  await twin.faults.set('silent', true)
  const diedAtMs = clock.now()
  expect(await outcome(result)).toEqual({ result: 'unknown', why: 'silent' })
  await status('offline')
  expect(clock.now() - diedAtMs).toBeLessThanOrEqual(5000)
})

test('a slip that takes long is waited for while the printer answers', async () => {
  const { clock, twin, printer, outcome, status } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  const long = {
    id: 'long',
    slip: Array.from({ length: 400 }, () => ({ block: 'text' as const, text: '表'.repeat(12) })),
  }
  const beganMs = clock.now()
  expect(await outcome(printer.print(long))).toEqual({ result: 'printed' })
  expect(clock.now() - beganMs).toBeGreaterThan(8000)
})

test('fault 5: a printer unplugged under a slip ends it as unknown at once', async () => {
  const { pass, twin, printer, outcome, status, texts, said } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  const result = printer.print(ticket('A001'))
  await pass(300)
  await twin.faults.set('unplugged', true)
  expect(await outcome(result)).toEqual({ result: 'unknown', why: 'unplugged' })
  expect(await outcome(printer.print(ticket('A002')))).toEqual({ result: 'failed', why: 'offline' })
  await pass(60_000)
  await twin.faults.set('slow', false)
  await twin.faults.set('unplugged', false)
  await status('ready')
  expect(said.filter((status) => status === 'offline')).toHaveLength(1)
  expect(await outcome(printer.print(ticket('A003')))).toEqual({ result: 'printed' })
  expect(texts().at(-1)?.match(/A00\d/g)).toEqual(['A003'])
})

test('half a slip is cut off before the next citizen’s slip', async () => {
  const { twin, printer, outcome, status, texts } = await bench()
  await status('ready')
  await twin.faults.set('halfJob', true)
  expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'unknown', why: 'unplugged' })
  await status('ready')
  expect(await outcome(printer.print(ticket('A002')))).toEqual({ result: 'printed' })
  expect(texts().map((text) => text.match(/A00\d/g))).toEqual([['A001'], ['A002']])
})

test('a printer that goes silent while idle is offline within 5 s', async () => {
  const { pass, twin, printer, status } = await bench()
  await status('ready')
  await twin.faults.set('silent', true)
  await pass(5000)
  expect(printer.status().status).toBe('offline')
})

test('answers among garbage are understood', async () => {
  const { twin, printer, outcome, status } = await bench()
  await twin.faults.set('noisy', true)
  await status('ready')
  expect(await outcome(printer.print(ticket('A001')))).toEqual({ result: 'printed' })
})

test('fault 7: what is wrong is said, once per change', async () => {
  const { pass, twin, said, status } = await bench()
  await status('ready')
  await twin.faults.set('coverOpen', true)
  await pass(20_000)
  await twin.faults.set('coverOpen', false)
  await pass(20_000)
  expect(said).toEqual(['ready', 'coverOpen', 'ready'])
})

test('more slips than a line holds are refused as busy', async () => {
  const { printer, outcome, status } = await bench()
  await status('ready')
  const results = await outcome(
    Promise.all(Array.from({ length: 10 }, (_, n) => printer.print(ticket(`A00${n}`)))),
  )
  expect(results.filter((result) => result.result === 'printed')).toHaveLength(8)
  expect(results.at(-1)).toEqual({ result: 'failed', why: 'busy' })
})

test('fault 4: closing lets a slow reader that sends status bytes take every byte', async () => {
  let received = 0
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const server = createServer((socket: Socket) => {
    socket.on('data', (bytes) => {
      received += bytes.length
      socket.write(Uint8Array.of(0x12))
      socket.pause()
      setImmediate(() => socket.resume())
    })
    socket.on('end', () => resolve())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const bound = server.address()
  const wire = await dialOf(`tcp://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`)()
  wire.onBytes(() => {})
  void wire.send(new Uint8Array(500_000))
  wire.close()
  await ended
  await wire.closed
  expect(received).toBe(500_000)
  server.close()
})

test('fault 6: a missing device file stays missing, and a regular file is no printer', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'printer-'))
  const missing = join(folder, 'lp0')
  await expect(dialOf(`file://${missing}`)()).rejects.toThrow('ENOENT')
  await expect(stat(missing)).rejects.toThrow('ENOENT')
  await expect(dialOf(`file://${import.meta.filename}`)()).rejects.toThrow('not a character device')
})

test('the late end of a slip never confirms the next citizen’s', async () => {
  const { twin, printer, outcome, status, texts } = await bench()
  await status('ready')
  await twin.faults.set('slow', true)
  await twin.faults.set('hangUp', true)
  expect(await outcome(printer.print(ticket('A001')))).toMatchObject({ result: 'unknown' })
  await status('ready')
  expect(await outcome(printer.print(ticket('A002')))).toEqual({ result: 'printed' })
  expect(texts().filter((text) => times(text, 'A002') === 1)).toHaveLength(1)
})
