import writeExcelFile, { type Row } from 'write-excel-file/node'
import { csvOf } from '../reports/csv.ts'
import type { Catalogue } from './catalogue.ts'
import { cellsOf, columns } from './item-cells.ts'

/** The catalogue as a table that can be filled in and imported again; the template is the same without its items. */
export async function itemsFile(
  catalogue: Pick<Catalogue, 'newest' | 'services'>,
  as: 'csv' | 'xlsx',
  what: 'all' | 'template',
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const services = catalogue.services()
  const rows =
    what === 'template' ? [example] : catalogue.newest().map(({ id, item }) => cellsOf(id, item, services))
  const table = [
    columns.map(({ head }) => head),
    ...rows.map((cells) => columns.map(({ name }) => cells[name])),
  ]
  const title = what === 'template' ? '事项目录模板' : '事项目录'
  if (as === 'csv') return { name: `${title}.csv`, type: 'text/csv; charset=utf-8', bytes: csvOf(table) }
  const data = table.map(
    (row, i): Row =>
      row.map((value) => ({
        value,
        type: String,
        wrap: true,
        ...(i === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
  )
  const file = await writeExcelFile(data, {
    sheet: title,
    stickyRowsCount: 1,
    columns: columns.map(({ name }) => ({ width: wide.has(name) ? 40 : 16 })),
  }).toBuffer()
  return {
    name: `${title}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: new Uint8Array(file),
  }
}

const wide: ReadonlySet<string> = new Set(['name', 'steps', 'materials', 'basis', 'samples'])

/** Shows how a cell is written; administrators overwrite it. */
const example: Record<(typeof columns)[number]['name'], string> = {
  id: '',
  name: '（示例，请删除本行）社会保障卡申领',
  nameEn: 'Apply for a social security card',
  department: '人社局',
  serviceId: '社会保险',
  kind: '承诺件',
  steps: '窗口提交材料\n审核\n领取社会保障卡',
  materials:
    '居民身份证 | 原件 | 1 | 必要 | 在有效期内\n近期一寸白底免冠照片 | 原件 | 2\n授权委托书 | 原件 | 1 | 非必要 | 由他人代办时',
  basis: '《中华人民共和国社会保险法》',
  promised: '5个工作日',
  result: '社会保障卡',
  fee: '不收费',
  samples: '姓名：张三\n身份证号码：按证件填写',
  popular: '是',
  fromDay: '2026-01-01',
  untilDay: '',
  reviewBy: '2027-12-31',
}
