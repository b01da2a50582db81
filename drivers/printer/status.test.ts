import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePrinter, type PrinterFrame, statusOfAutomatic, statusOfRealTime } from './status.ts'

const bytes = (...list: number[]) => Uint8Array.from(list)

test('the fixed bits tell the three kinds of answer apart', () => {
  expect(decodePrinter(bytes(0x12)).frames).toEqual([{ frame: 'realTime', byte: 0x12 }])
  expect(decodePrinter(bytes(0x1e)).frames).toEqual([{ frame: 'realTime', byte: 0x1e }])
  expect(decodePrinter(bytes(0x10, 0, 0x0f, 0)).frames).toEqual([
    { frame: 'automatic', bytes: [0x10, 0, 0x0f, 0] },
  ])
  expect(decodePrinter(bytes(0x00)).frames).toEqual([{ frame: 'processed' }])
})

test('real-time answers give the state, the worst first', () => {
  expect(statusOfRealTime([0x12, 0x12, 0x12, 0x12])).toEqual({ status: 'ready' })
  expect(statusOfRealTime([0x12, 0x12, 0x12, 0x1e])).toEqual({ status: 'nearEnd' })
  expect(statusOfRealTime([0x1a, 0x32, 0x12, 0x7e])).toEqual({ status: 'paperOut' })
  expect(statusOfRealTime([0x1a, 0x16, 0x12, 0x12])).toEqual({ status: 'coverOpen' })
  expect(statusOfRealTime([0x1a, 0x52, 0x1a, 0x12])).toEqual({ status: 'error', error: 'cutter' })
  expect(statusOfRealTime([0x1a, 0x52, 0x32, 0x12])).toEqual({ status: 'error', error: 'unrecoverable' })
  expect(statusOfRealTime([0x1a, 0x52, 0x52, 0x12])).toEqual({ status: 'error', error: 'recoverable' })
  expect(statusOfRealTime([0x1a, 0x12, 0x12, 0x12])).toEqual({ status: 'error', error: 'stopped' })
})

test('automatic reports give the same states', () => {
  expect(statusOfAutomatic([0x10, 0, 0, 0])).toEqual({ status: 'ready' })
  expect(statusOfAutomatic([0x10, 0, 0x03, 0])).toEqual({ status: 'nearEnd' })
  expect(statusOfAutomatic([0x18, 0, 0x0f, 0])).toEqual({ status: 'paperOut' })
  expect(statusOfAutomatic([0x38, 0, 0, 0])).toEqual({ status: 'coverOpen' })
  expect(statusOfAutomatic([0x18, 0x08, 0, 0])).toEqual({ status: 'error', error: 'cutter' })
})

test('the rest of a torn report is never taken for the end of a job', () => {
  expect(decodePrinter(bytes(0, 0, 0)).frames).toEqual([])
  expect(decodePrinter(bytes(0x10, 0, 0x12)).frames).toEqual([{ frame: 'realTime', byte: 0x12 }])
  expect(decodePrinter(bytes(0x10, 0, 0)).frames).toEqual([])
})

test('answers arrive whole however they are split or glued', () => {
  const answer = fc.constantFrom<number[]>([0x12], [0x1e], [0x10, 0, 0, 0], [0x18, 0, 0x0f, 0])
  const answers = fc.array(answer, { maxLength: 12 })
  fc.assert(
    fc.property(answers, fc.array(fc.nat(50)), (sent, cuts) => {
      const stream = Uint8Array.from(sent.flat())
      const found: PrinterFrame[] = []
      let rest: Uint8Array = bytes()
      let from = 0
      for (const to of [
        ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b),
        stream.length,
      ]) {
        const understood = decodePrinter(bytes(...rest, ...stream.subarray(from, to)))
        found.push(...understood.frames)
        rest = understood.rest
        from = to
      }
      expect(found).toHaveLength(sent.length)
      expect(rest).toHaveLength(0)
    }),
  )
})

test('garbage never throws, never stalls, and is counted', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
      const { frames, rest, discardedBytes } = decodePrinter(noise)
      const used = frames.reduce((sum, frame) => sum + (frame.frame === 'automatic' ? 4 : 1), 0)
      expect(used + rest.length + discardedBytes).toBe(noise.length)
      expect(rest.length).toBeLessThan(4)
    }),
  )
})
