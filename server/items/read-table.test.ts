import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readCsv, readTable } from './read-table.ts'
import { unpackedBytes } from './unpacked-bytes.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('CSV is read with and without a byte order mark, and as Excel in China writes it', async () => {
  const table = [
    ['事项名称', '收费'],
    ['社保卡', '20元'],
  ]
  expect(await readTable(utf8('事项名称,收费\r\n社保卡,20元\r\n'))).toEqual(table)
  expect(await readTable(utf8('\ufeff事项名称,收费\n社保卡,20元'))).toEqual(table)
  // 事项名称,收费\n社保卡,20元 in GB18030.
  const gb = 'cac2cfeec3fbb3c62ccad5b7d10ac9e7b1a3bfa82c3230d4aa'
  expect(await readTable(Buffer.from(gb, 'hex'))).toEqual(table)
})

test('a character of four bytes in GB18030 is read as well', async () => {
  // 𠮷,a
  expect(await readTable(Buffer.from('9534b2352c61', 'hex'))).toEqual([['𠮷', 'a']])
})

test('quotes, commas and line breaks within a cell stay in it', () => {
  expect(readCsv('a,"b ""c"", d\ne",f\n')).toEqual([['a', 'b "c", d\ne', 'f']])
  expect(readCsv('a,"never ends\nb')).toEqual([['a', 'never ends\nb']])
})

test('an apostrophe the export put before a formula goes again; a formula stays what it says', () => {
  expect(readCsv("'=1+1,=1+1,'note")).toEqual([['=1+1', '=1+1', "'note"]])
})

test('xlsx gives text: numbers as written, days as days, formulas never calculated', async () => {
  const file = await writeExcelFile(
    [
      [
        { value: '社保卡', type: String },
        { value: 3.5, type: Number },
        { value: new Date('2026-03-11'), type: Date, format: 'yyyy-mm-dd' },
        { value: true, type: Boolean },
      ],
      [{ value: '=HYPERLINK("http://x","y")', type: String }],
    ],
    {},
  ).toBuffer()
  const rows = await readTable(new Uint8Array(file))
  expect(rows[0]).toEqual(['社保卡', '3.5', '2026-03-11', '是'])
  expect(rows[1]).toEqual(expect.arrayContaining(['=HYPERLINK("http://x","y")']))
})

test('what is no table is said to be none', async () => {
  expect(await readTable(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('oldExcel')
  expect(await readTable(Buffer.from('504b0304deadbeef', 'hex'))).toBe('notATable')
  expect(await readTable(Buffer.from('89504e470d0a1a0a0000', 'hex'))).toBe('notATable')
  expect(await readTable(Buffer.from('61ff62', 'hex'))).toBe('encoding')
  expect(await readTable(zip([{ name: 'xl/workbook.xml', bytes: utf8('<workbook/>') }]))).toBe('notATable')
})

test('a zip bomb is known by its directory, before it goes off', async () => {
  const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(80 * 1024 * 1024, 'a') }])
  expect(bomb.length).toBeLessThan(200_000)
  expect(unpackedBytes(bomb)).toBe(80 * 1024 * 1024)
  expect(await readTable(bomb)).toBe('tooLarge')
  const many = zip(Array.from({ length: 1_001 }, (_, i) => ({ name: `${i}.xml`, bytes: utf8('a') })))
  expect(await readTable(many)).toBe('tooLarge')
})

test('a file that lies about its size is cut where it says, not unpacked without end', async () => {
  const liar = zip([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(30 * 1024 * 1024, 'a'), says: 100 }])
  expect(unpackedBytes(liar)).toBe(100)
  expect(await readTable(liar)).toBe('notATable')
})

/** A zip file by hand (PKWARE APPNOTE), so that it can lie. */
function zip(files: { name: string; bytes: Uint8Array; says?: number }[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, says = bytes.length } of files) {
    const packed = deflateRawSync(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(says, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(says, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, Buffer.from(name))
    parts.push(local, Buffer.from(name), packed)
    at += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}
