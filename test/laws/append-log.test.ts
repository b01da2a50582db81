import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAppendLog } from '@jiaohao/station/append-log.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-log-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const anything = (value: unknown): unknown => value
const all = (records: unknown[]) => records
const written = (name: string, records: unknown[]): Buffer => {
  const file = join(folder, name)
  const { log } = openAppendLog(file, anything, all)
  for (const record of records) log.append(record)
  log.close()
  return readFileSync(file)
}
const readBack = (name: string, bytes: Buffer) => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const { log, records, damaged } = openAppendLog(file, anything, all)
  log.close()
  return { records, damaged }
}

test('cut at any byte, a readable prefix is left', () => {
  const records = [
    { is: 'taken', number: 'AK001', name: '户籍办理' },
    { is: 'paper', why: '缺纸' },
    { is: 'merged' },
  ]
  const bytes = written('whole', records)
  const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1)
  for (let cut = 0; cut <= bytes.length; cut++) {
    const whole = ends.filter((end) => end <= cut).length
    const got = readBack('cut', bytes.subarray(0, cut))
    expect(got.records, `cut at ${cut}`).toEqual(records.slice(0, whole))
    expect(got.damaged).toBe(cut === 0 || ends.includes(cut) ? 0 : 1)
  }
})

test('any records, cut anywhere and written on, read back as the prefix and what came after', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 }), fc.nat(), (values, where) => {
      const records = values.map((value) => JSON.parse(JSON.stringify({ value })))
      const bytes = written('any', records)
      rmSync(join(folder, 'any'))
      const file = join(folder, 'again')
      writeFileSync(file, bytes.subarray(0, where % (bytes.length + 1)))
      const first = openAppendLog(file, anything, all)
      expect(records.slice(0, first.records.length)).toEqual(first.records)
      first.log.append({ after: true })
      first.log.close()
      const second = openAppendLog(file, anything, all)
      second.log.close()
      expect(second).toMatchObject({ damaged: 0, records: [...first.records, { after: true }] })
    }),
    { numRuns: 40 },
  )
})

test('a damaged record in the middle is left out, and the others stand', () => {
  const bytes = written('middle', [{ a: 1 }, { b: 2 }, { c: 3 }])
  const at = bytes.indexOf('"b"')
  bytes[at + 1] = 'x'.charCodeAt(0)
  expect(readBack('damaged', bytes)).toEqual({ records: [{ a: 1 }, { c: 3 }], damaged: 1 })
})

test('what is no record at all is left out', () => {
  const file = join(folder, 'strange')
  written('strange', [{ a: 1 }])
  appendFileSync(file, 'not a record\n')
  const { log, records, damaged } = openAppendLog(file, anything, all)
  log.close()
  expect({ records, damaged }).toEqual({ records: [{ a: 1 }], damaged: 1 })
})
