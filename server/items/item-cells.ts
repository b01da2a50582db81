import { Item, type Material, type Promised } from '@jiaohao/core/items/item.ts'
import type { ItsHall } from './catalogue.ts'

/** The columns of the table administrators fill in, with their headings; those that must be filled in are marked. */
export const columns = [
  { name: 'id', head: '事项编码' },
  { name: 'name', head: '事项名称*' },
  { name: 'nameEn', head: '英文名称' },
  { name: 'department', head: '办理部门*' },
  { name: 'serviceId', head: '业务*' },
  { name: 'kind', head: '办件类型*' },
  { name: 'steps', head: '办理流程*' },
  { name: 'materials', head: '资料清单*' },
  { name: 'basis', head: '办理依据*' },
  { name: 'promised', head: '承诺时限*' },
  { name: 'result', head: '办理结果*' },
  { name: 'fee', head: '收费标准*' },
  { name: 'samples', head: '填写样例' },
  { name: 'popular', head: '常办' },
  { name: 'fromDay', head: '生效日期' },
  { name: 'untilDay', head: '失效日期' },
  { name: 'reviewBy', head: '复审日期*' },
] as const

export type Column = (typeof columns)[number]['name']
export type Cells = Record<Column, string>

export interface CellProblem {
  column: Column
  problem:
    | 'unknown'
    | 'badKind'
    | 'badMaterial'
    | 'badPromise'
    | 'badDate'
    | 'badYesNo'
    | 'tooLong'
    | 'badText'
    | 'missing'
}

const forms = { original: '原件', copy: '复印件', both: '原件及复印件' } as const
const nothingToBring = '无需提交材料'
const atOnce = '当场办结'

/** What the table says of one item. */
export function cellsOf(id: string, item: Item, services: ItsHall['services']): Cells {
  const sample = item.samples.find((each) => each.is === 'text')
  return {
    id,
    name: item.name,
    nameEn: item.nameEn,
    department: item.department,
    serviceId: services.find((each) => each.id === item.serviceId)?.name ?? item.serviceId,
    kind: item.kind === 'instant' ? '即办件' : '承诺件',
    steps: item.steps.join('\n'),
    materials: item.needsNoMaterials ? nothingToBring : item.materials.map(lineOf).join('\n'),
    basis: item.basis.join('\n'),
    promised: item.promised ? promisedText(item.promised) : '',
    result: item.result,
    fee: item.fee,
    samples: sample?.lines.join('\n') ?? '',
    popular: item.popular ? '是' : '否',
    fromDay: item.fromDay,
    untilDay: item.untilDay ?? '',
    reviewBy: item.reviewBy ?? '',
  }
}

const lineOf = ({ text, form, copies, mandatory, note }: Material): string => {
  const parts = [text, forms[form], String(copies), mandatory ? '必要' : '非必要', note]
  return parts.slice(0, note === '' ? 4 : 5).join(' | ')
}

const promisedText = ({ days, unit }: Promised): string =>
  days === 0 ? atOnce : unit === 'workingDays' ? `${days}个工作日` : `${days}日`

/** One row as an item, or everything that is wrong with its cells. */
export function itemIn(
  cells: Cells,
  { services, today }: { services: ItsHall['services']; today: string },
): { item: Item; problems: [] } | { item: null; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const take = <T>(column: Column, problem: CellProblem['problem'], value: T | undefined, instead: T): T => {
    if (value === undefined) problems.push({ column, problem })
    return value ?? instead
  }
  const needsNoMaterials = [nothingToBring, '无', '无需材料'].includes(cells.materials.trim())
  const materials = needsNoMaterials ? [] : linesOf(cells.materials).map(materialIn)
  const draft = {
    name: cells.name,
    nameEn: cells.nameEn,
    department: cells.department,
    serviceId: take('serviceId', 'unknown', serviceIn(cells.serviceId, services), ''),
    kind: take('kind', 'badKind', kindIn(cells.kind), 'instant' as const),
    steps: linesOf(cells.steps),
    materials: take(
      'materials',
      'badMaterial',
      materials.every((each) => each !== undefined) ? materials : undefined,
      [],
    ),
    needsNoMaterials,
    basis: linesOf(cells.basis),
    promised: take('promised', 'badPromise', promisedIn(cells.promised), null),
    result: cells.result,
    fee: cells.fee,
    samples: cells.samples === '' ? [] : [{ is: 'text', title: '填写样例', lines: linesOf(cells.samples) }],
    popular: take('popular', 'badYesNo', yesNoIn(cells.popular), false),
    fromDay: take('fromDay', 'badDate', dayIn(cells.fromDay), null) ?? today,
    untilDay: take('untilDay', 'badDate', dayIn(cells.untilDay), null),
    reviewBy: take('reviewBy', 'badDate', dayIn(cells.reviewBy), null),
  }
  if (cells.name === '') problems.push({ column: 'name', problem: 'missing' })
  const item = Item.safeParse(draft)
  if (item.success && problems.length === 0) return { item: item.data, problems: [] }
  const told = new Set(problems.map(({ column }) => column))
  for (const issue of item.error?.issues ?? []) {
    const column = columns.find(({ name }) => name === issue.path[0])?.name ?? 'name'
    if (told.has(column)) continue
    told.add(column)
    problems.push({
      column,
      problem:
        issue.path[0] === 'fromDay' || issue.path[0] === 'reviewBy'
          ? 'badDate'
          : textProblem(draft, issue.path),
    })
  }
  return { item: null, problems }
}

/** Too long, or with signs no printer has: what zod says of both is the same refinement. */
function textProblem(draft: object, path: readonly PropertyKey[]): 'tooLong' | 'badText' {
  let value: unknown = draft
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step]
  if (Array.isArray(value)) return 'tooLong'
  return typeof value === 'string' &&
    /[\p{Cc}\p{Co}\p{Cn}\u200b-\u200f]|\p{Extended_Pictographic}/u.test(value)
    ? 'badText'
    : 'tooLong'
}

/** One thing per line; people also paste lists with their own numbers. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

function materialIn(line: string): Material | undefined {
  const [text = '', form = '', copies = '', need = '', ...note] = line
    .split(/[|｜]/)
    .map((part) => part.trim())
  const known = Object.entries(forms).find(([, word]) => word === (form || forms.original))
  const count = copies === '' ? 1 : Number(copies.replace(/份$/, ''))
  const mandatory = need === '' || need === '必要' ? true : need === '非必要' ? false : undefined
  if (!known || text === '' || !Number.isInteger(count) || count < 1 || count > 20 || mandatory === undefined)
    return undefined
  return { text, form: known[0] as Material['form'], copies: count, mandatory, note: note.join('，') }
}

/** By its name, its letter, or its id. */
function serviceIn(text: string, services: ItsHall['services']): string | undefined {
  if (text === '') return ''
  return services.find(({ id, name, prefix }) => text === name || text === prefix || text === id)?.id
}

const kindIn = (text: string): Item['kind'] | undefined =>
  text === '即办件' || text === '' ? 'instant' : text === '承诺件' ? 'promised' : undefined

function promisedIn(text: string): Promised | null | undefined {
  if (text === '') return null
  if ([atOnce, '即时办结', '当场', '即办', '0'].includes(text)) return { days: 0, unit: 'workingDays' }
  const found = /^(\d{1,3})\s*(个?工作日|天|日|个?自然日)$/.exec(text)
  if (!found) return undefined
  return { days: Number(found[1]), unit: /工作/.test(found[2] ?? '') ? 'workingDays' : 'calendarDays' }
}

const yesNoIn = (text: string): boolean | undefined =>
  ['', '否', '0', 'false', 'FALSE'].includes(text)
    ? false
    : ['是', '1', 'true', 'TRUE'].includes(text)
      ? true
      : undefined

/** `2026-03-11`, `2026/3/11`, `2026.3.11` and `2026年3月11日` are one day. */
function dayIn(text: string): string | null | undefined {
  if (text === '') return null
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!found) return undefined
  const [, year = '', month = '', day = ''] = found
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
