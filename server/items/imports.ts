import type { Clock } from '@jiaohao/core/clock.ts'
import type { ImportPreview, ImportProblem, ImportRow } from '@jiaohao/core/contract/items.ts'
import { mostItems } from '@jiaohao/core/items/hall-items.ts'
import type { Item } from '@jiaohao/core/items/item.ts'
import type { Spelled } from '@jiaohao/core/items/search.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type { Db } from '../journal/database.ts'
import { type Catalogue, freshId, publishNow } from './catalogue.ts'
import { type Cells, type Column, columns } from './item-cells.ts'
import { itemIn } from './item-table.ts'
import { openReader } from './read-apart.ts'
import type { ReadRow } from './read-items.ts'

/** One row that would change the catalogue, or not. */
interface Planned {
  row: number
  is: 'added' | 'changed' | 'same'
  id: string
  item: Item
  spelled: Spelled[]
}

interface Plan {
  basedOn: number
  rows: Planned[]
  problems: ImportProblem[]
}

const mostProblems = 200
const mostShown = 200
const mostListed = 50

/** Whole tables of items: looked through first, then saved in one commit or not at all, and undone as one. */
export function openImports(db: Db, clock: Clock, hall: string, catalogue: Catalogue) {
  const { table } = catalogue
  const reader = openReader()
  const nextId = db.prepare<[string], { id: number }>(
    'select coalesce(max(id), 0) + 1 as id from item_import where hall = ?',
  )
  const insert = db.prepare(
    'insert into item_import (hall, id, at_ms, who, name, added, changed, published) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertBefore = db.prepare(
    'insert into item_before (hall, import, item, known, draft, revision) values (?, ?, ?, ?, ?, ?)',
  )
  const list = db.prepare<[string, number], Omit<ImportRow, 'published'> & { published: number }>(
    `select id, at_ms as atMs, who, name, added, changed, published, undone_at_ms as undoneAtMs
     from item_import where hall = ? order by id desc limit ?`,
  )
  const before = db.prepare<
    [string, number],
    { item: string; known: number; draft: string | null; revision: number }
  >('select item, known, draft, revision from item_before where hall = ? and import = ?')
  const markUndone = db.prepare(
    'update item_import set undone_at_ms = ? where hall = ? and id = ? and undone_at_ms is null',
  )

  async function planned(bytes: Uint8Array): Promise<Plan | Refused> {
    const read = await reader.read({
      bytes,
      services: catalogue.services().map(({ id, name, prefix }) => ({ id, name, prefix })),
      today: catalogue.today(),
    })
    if ('refused' in read) return read
    const basedOn = table.revision()
    if (!Array.isArray(read)) return { basedOn, rows: [], problems: [fileProblem(read.unreadable)] }
    return { basedOn, ...compare(read) }
  }

  function compare(read: readonly ReadRow[]): Pick<Plan, 'rows' | 'problems'> {
    const known = new Map(table.all().map((row) => [row.id, newestOf(row.id, row.draft)]))
    const byName = new Map([...known].map(([id, item]) => [keyOf(item), id]))
    const seen = new Map<string, number>()
    const rows: Planned[] = []
    const problems: ImportProblem[] = []
    const tell = (row: ReadRow, column: Column | null, problem: string, onlyPublishing = false) =>
      problems.push({
        row: row.row,
        column: headOf(column),
        problem,
        found: column ? row.cells[column].slice(0, 60) : '',
        onlyPublishing,
      })
    for (const row of read) {
      if ('problems' in row.read) {
        for (const { column, problem } of row.read.problems) tell(row, column, problem)
        continue
      }
      const { item, spelled } = row.read
      if (row.id !== '' && !known.has(row.id)) {
        tell(row, 'id', 'unknownId')
        continue
      }
      const id = row.id || byName.get(keyOf(item)) || ''
      const twice = seen.get(id || keyOf(item))
      if (twice !== undefined) {
        tell(row, row.id === '' ? 'name' : 'id', 'repeated')
        continue
      }
      seen.set(id || keyOf(item), row.row)
      const was = known.get(id)
      const next = was ? { ...item, samples: withImages(item, was) } : item
      for (const { path, problem } of catalogue.problemsOf(next)) tell(row, columnOf(path), problem, true)
      const is = was === undefined ? 'added' : same(was, next) ? 'same' : 'changed'
      rows.push({ row: row.row, is, id: id || freshId(), item: next, spelled })
    }
    const more = rows.filter(({ is }) => is === 'added').length
    const [first] = read
    if (first && known.size + more > mostItems) tell(first, null, 'tooManyItems')
    return { rows, problems }
  }

  /** What the catalogue says of an item now: its draft, else what is or was published last. */
  function newestOf(id: string, draft: string | null): Item {
    const newest = draft ?? table.versions(id)[0]?.body
    return itemIn(newest ?? '{}', id)
  }

  return {
    preview: async (bytes: Uint8Array): Promise<ImportPreview | Refused> => {
      const plan = await planned(bytes)
      if ('refused' in plan) return plan
      const { basedOn, rows, problems } = plan
      const count = (is: Planned['is']) => rows.filter((row) => row.is === is).length
      return {
        basedOn,
        added: count('added'),
        changed: count('changed'),
        same: count('same'),
        problems: problems.slice(0, mostProblems),
        mistakes: problems.filter(({ onlyPublishing }) => !onlyPublishing).length,
        unpublishable: new Set(problems.filter((each) => each.onlyPublishing).map(({ row }) => row)).size,
        rows: rows
          .slice(0, mostShown)
          .map(({ row, is, item }) => ({ row, is, name: item.name, department: item.department })),
      }
    },

    /** Read again rather than believed: what was looked through is what is saved, or it is refused. */
    commit: async (
      {
        name,
        bytes,
        basedOn,
        publish,
      }: { name: string; bytes: Uint8Array; basedOn: number; publish: boolean },
      who: string,
    ): Promise<{ id: number } | Refused | { problems: ImportProblem[] }> => {
      const plan = await planned(bytes)
      if ('refused' in plan) return plan
      const wrong = plan.problems.filter(({ onlyPublishing }) => publish || !onlyPublishing)
      if (wrong.length > 0) return { problems: wrong.slice(0, mostProblems) }
      if (plan.basedOn !== basedOn || table.revision() !== basedOn) return refused('stale')
      // A draft that says just this is still to be published.
      const rows = plan.rows.filter(
        ({ is, id }) => is !== 'same' || (publish && typeof table.one(id)?.draft === 'string'),
      )
      const atMs = clock.now()
      return catalogue.change(
        rows.map(({ id }) => id),
        () => {
          const id = nextId.get(hall)?.id ?? 1
          const added = rows.filter(({ is }) => is === 'added').length
          insert.run(hall, id, atMs, who, name, added, rows.length - added, publish ? 1 : 0)
          for (const row of rows) {
            const was = table.one(row.id)
            if (publish) publishNow(table, row.id, row.item, row.spelled, atMs, who, id)
            const revision = table.put(row.id, publish ? null : JSON.stringify(row.item), atMs, who)
            insertBefore.run(hall, id, row.id, was ? 1 : 0, was?.draft ?? null, revision)
          }
          return { id }
        },
      )
    },

    list: (): ImportRow[] =>
      list.all(hall, mostListed).map((row) => ({ ...row, published: row.published === 1 })),

    /** Refused as stale when an item was changed since: what somebody did after it is not thrown away. */
    undo: (id: number, who: string): { ok: true } | Refused => {
      const rows = before.all(hall, id)
      if (rows.some(({ item, revision }) => table.one(item)?.revision !== revision)) return refused('stale')
      return catalogue.change(
        rows.map(({ item }) => item),
        () => {
          if (markUndone.run(clock.now(), hall, id).changes === 0) return refused('stale')
          for (const { item, known, draft } of rows) {
            table.withdrawImported(item, id, clock.now(), who)
            if (known === 0 && table.datesOf(item).length === 0) table.remove(item)
            else table.put(item, draft, clock.now(), who)
          }
          return { ok: true } as const
        },
      )
    },
    close: reader.close,
  }
}

export type Imports = ReturnType<typeof openImports>

const keyOf = ({ department, name }: Pick<Cells, 'department' | 'name'>): string => `${department}\n${name}`

/** A table has no pictures: those an item has stay. */
function withImages(item: Item, was: Item): Item['samples'] {
  const images = was.samples.filter((each) => each.is === 'image')
  return [...images, ...item.samples].slice(0, 3)
}

const same = (a: Item, b: Item): boolean => JSON.stringify(a) === JSON.stringify(b)

const headOf = (column: Column | null): string =>
  columns.find(({ name }) => name === column)?.head.replace('*', '') ?? ''

const columnOf = (path: string): Column | null => columns.find(({ name }) => name === path)?.name ?? null

const fileProblem = (problem: string): ImportProblem => ({
  row: 0,
  column: '',
  problem,
  found: '',
  onlyPublishing: false,
})
