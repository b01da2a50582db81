import { inflateRawSync } from 'node:zlib'
import { at, evaluator, given, hall, kiosk, li } from '@jiaohao/core/queue/cast.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileOf } from './file.ts'
import { fill, monday, recordedHall } from './recorded-hall.ts'
import { reportOf } from './report.ts'
import { sheetOf } from './sheet.ts'

let east: ReturnType<typeof recordedHall>
beforeEach(() => {
  east = recordedHall()
})
afterEach(() => east.close())

const served = (from: string, to: string) => [at(from), li.callsNext(), li.starts(), at(to), li.finishes()]
const morning = () =>
  given(
    li.opens(),
    ...[1, 2, 3].map(() => kiosk.takes('social')),
    ...served('09:59', '10:00'),
    evaluator.presses(5),
    ...served('10:01', '10:02'),
    ...served('11:05', '11:06'),
  )

async function csv(ask = monday, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
  const { bytes } = await fileOf(sheetOf(reportOf(east.db, hall.id, ask), language), { ...ask, as: 'csv' })
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
/** The cell of a line under a head. */
function cell(text: string, name: string, head: string): string | undefined {
  const rows = text.split('\r\n').map((row) => row.split(','))
  const line = rows.find((row) => row[0] === name || row[1] === name)
  return line?.[rows[1]?.indexOf(head) ?? -1]
}

test('CSV begins with the byte order mark, ends its lines with CRLF and tells every formula', async () => {
  east.lives(morning())
  const text = await csv()
  expect(text.startsWith('\ufeff叫号统计报表 2026-11-23 至 2026-11-23\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text).toContain('等候时间 = 首次叫号 − max(进入排队, 预约时段开始)')
})

test('a mean stands in minutes and on the clock, with its n beside it', async () => {
  east.lives(morning())
  const text = await csv()
  expect(cell(text, '合计', '等候 n')).toBe('3')
  expect(cell(text, '合计', '等候 平均（分钟）')).toBe('81.7')
  expect(cell(text, '合计', '等候 平均（时:分:秒）')).toBe('1:21:40')
  expect(cell(text, '合计', '等候 P50（分钟）')).toBe('61.0')
  expect(cell(text, '合计', '等候 P90（分钟）')).toBe('125.0')
})

test('satisfaction of fewer than five marks reads 样本不足; participation stands', async () => {
  east.lives(morning())
  const text = await csv()
  expect(cell(text, '合计', '参评率')).toBe('33.3%')
  expect(cell(text, '合计', '满意率 n')).toBe('1')
  expect(cell(text, '合计', '满意率')).toBe('样本不足')
  expect(cell(text, '李', '非常满意')).toBe('样本不足')
})

test('satisfaction is levels of 3 and above over marks', async () => {
  fill(east, { count: 8, perDay: 8, firstDay: '2026-11-23' })
  east.db.exec(`update leg set level = 6 - n where day = '2026-11-23' and n <= 5`)
  east.db.exec(`update leg set level = null where day = '2026-11-23' and n > 6`)
  const text = await csv(monday, 'en')
  expect(cell(text, 'Total', 'Participation')).toBe('75.0%')
  expect(cell(text, 'Total', 'Satisfaction n')).toBe('6')
  expect(cell(text, 'Total', 'Satisfaction')).toBe('66.7%')
})

test('a name that begins like a formula is quoted and run by no spreadsheet', async () => {
  fill(east, { count: 1, perDay: 1, firstDay: '2026-11-23' })
  for (const name of ['=1+1', '+1', '-1', '@sum(a1)', ' =1', '＝1', '\t=1']) {
    const text = await csv({ ...monday, names: { ...monday.names, services: [{ id: 'social', name }] } })
    expect(text).toContain(`业务,"'${name}",`)
  }
})

test('a comma and a quotation mark stay in their cell', async () => {
  fill(east, { count: 1, perDay: 1, firstDay: '2026-11-23' })
  const names = { ...monday.names, services: [{ id: 'social', name: '社保, "新"' }] }
  expect(await csv({ ...monday, names })).toContain('业务,"社保, ""新""",')
})

test('xlsx holds numbers as numbers, times as times, and a formula-like name as text', async () => {
  east.lives(morning())
  const ask = { ...monday, names: { ...monday.names, services: [{ id: 'social', name: '=1+1' }] } }
  const { bytes, type, name } = await fileOf(sheetOf(reportOf(east.db, hall.id, ask), 'en'), {
    ...ask,
    as: 'xlsx',
  })
  expect(type).toContain('spreadsheetml')
  expect(name).toBe('queue-report_2026-11-23_2026-11-23.xlsx')
  const sheet = unzipped(bytes, /worksheets\/sheet1\.xml$/)
  expect(sheet).toContain(`<v>${4_900_000 / 60_000}</v>`)
  expect(sheet).toContain(`<v>${4_900_000 / 86_400_000}</v>`)
  expect(sheet).not.toContain('<f>')
  expect(unzipped(bytes, /sharedStrings\.xml$/)).toContain('=1+1')
  expect(unzipped(bytes, /styles\.xml$/)).toContain('[h]:mm:ss')
})

/** One file of a zip archive by its central directory (APPNOTE 4.3.12, 4.3.7). */
function unzipped(bytes: Uint8Array, path: RegExp): string {
  const zip = Buffer.from(bytes)
  let at = zip.indexOf('PK\x01\x02')
  while (at >= 0 && zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (path.test(zip.toString('utf8', at + 46, at + 46 + nameLength))) {
      const local = zip.readUInt32LE(at + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
      return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`the archive holds no ${path}`)
}
