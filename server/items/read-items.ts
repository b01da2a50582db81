import { mostItems } from '@jiaohao/core/items/hall-items.ts'
import type { Item } from '@jiaohao/core/items/item.ts'
import type { Spelled } from '@jiaohao/core/items/search.ts'
import type { ItsHall } from './catalogue.ts'
import { type CellProblem, type Cells, columns, itemIn } from './item-cells.ts'
import { readTable, type Unreadable } from './read-table.ts'
import { spelledName } from './readings.ts'

export interface ReadAsk {
  bytes: Uint8Array
  services: ItsHall['services']
  today: string
}

export interface ReadRow {
  /** As a spreadsheet counts, from 1. */
  row: number
  id: string
  cells: Cells
  read: { item: Item; spelled: Spelled[] } | { problems: CellProblem[] }
}

export type ReadItems = ReadRow[] | { unreadable: Unreadable | 'noHeading' | 'empty' | 'tooManyRows' }

/** A file of items, row by row; nothing in it is believed before it has been read whole. */
export async function readItems({ bytes, services, today }: ReadAsk): Promise<ReadItems> {
  const table = await readTable(bytes)
  if (typeof table === 'string') return { unreadable: table }
  const plain = (text: string) => text.replaceAll(/[*＊\s]/g, '')
  const heading = table.findIndex((row) => row.some((cell) => plain(cell) === '事项名称'))
  if (heading < 0) return { unreadable: 'noHeading' }
  const places = columns.map(({ name, head }) => ({
    name,
    at: (table[heading] ?? []).findIndex((cell) => plain(cell) === plain(head)),
  }))
  const rows = table
    .map((row, i) => ({ row, no: i + 1 }))
    .slice(heading + 1)
    .filter(({ row }) => row.some((cell) => cell !== ''))
  if (rows.length === 0) return { unreadable: 'empty' }
  if (rows.length > mostItems) return { unreadable: 'tooManyRows' }
  return rows.map(({ row, no }) => {
    const cells = Object.fromEntries(places.map(({ name, at }) => [name, row[at] ?? ''])) as Cells
    const { item, problems } = itemIn(cells, { services, today })
    const read = item ? { item, spelled: spelledName(item.name) } : { problems }
    return { row: no, id: cells.id, cells, read }
  })
}
