import { inForce } from '@jiaohao/core/items/in-force.ts'
import { Item } from '@jiaohao/core/items/item.ts'
import type { Spelled } from '@jiaohao/core/items/search.ts'
import { DataRefused, type Db } from '../journal/database.ts'

/** A version as its days decide about it, without its text. */
export interface VersionDates {
  item: string
  version: number
  fromDay: string
  untilDay: string | null
  withdrawn: boolean
}

export interface StoredVersion {
  version: number
  body: string
  spelled: string
  publishedAtMs: number
  publishedBy: string
  withdrawnAtMs: number | null
  withdrawnBy: string | null
}

export interface StoredItem {
  id: string
  revision: number
  draft: string | null
  changedAtMs: number
  changedBy: string
}

/** The tables of the catalogue: each item with its draft, and every version ever published. */
export function openItemTable(db: Db, hall: string) {
  const itemColumns = 'id, revision, draft, changed_at_ms as changedAtMs, changed_by as changedBy'
  const all = db.prepare<[string], StoredItem>(`select ${itemColumns} from item where hall = ?`)
  const one = db.prepare<[string, string], StoredItem>(
    `select ${itemColumns} from item where hall = ? and id = ?`,
  )
  const put = db.prepare(
    `insert into item (hall, id, revision, draft, changed_at_ms, changed_by) values (?, ?, ?, ?, ?, ?)
     on conflict (hall, id) do update set revision = excluded.revision, draft = excluded.draft,
       changed_at_ms = excluded.changed_at_ms, changed_by = excluded.changed_by`,
  )
  const remove = db.prepare('delete from item where hall = ? and id = ?')
  const nextRevision = db.prepare<[string], { revision: number }>(
    `insert into catalogue (hall, revision) values (?, 1)
     on conflict (hall) do update set revision = revision + 1 returning revision`,
  )
  const revision = db.prepare<[string], { revision: number }>('select revision from catalogue where hall = ?')
  const dateColumns =
    'item, version, from_day as fromDay, until_day as untilDay, withdrawn_at_ms is not null as withdrawn'
  const allDates = db.prepare<[string], VersionDates>(
    `select ${dateColumns} from item_version where hall = ? order by item, version`,
  )
  const datesOf = db.prepare<[string, string], VersionDates>(
    `select ${dateColumns} from item_version where hall = ? and item = ? order by version`,
  )
  const versionColumns = `version, body, spelled, published_at_ms as publishedAtMs, published_by as publishedBy,
     withdrawn_at_ms as withdrawnAtMs, withdrawn_by as withdrawnBy`
  const version = db.prepare<[string, string, number], StoredVersion>(
    `select ${versionColumns} from item_version where hall = ? and item = ? and version = ?`,
  )
  const versions = db.prepare<[string, string], StoredVersion>(
    `select ${versionColumns} from item_version where hall = ? and item = ? order by version desc`,
  )
  const insertVersion = db.prepare(
    `insert into item_version (hall, item, version, body, spelled, from_day, until_day, published_at_ms,
       published_by, import) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const withdrawAll = db.prepare(
    `update item_version set withdrawn_at_ms = ?, withdrawn_by = ?
     where hall = ? and item = ? and withdrawn_at_ms is null`,
  )
  const withdrawImported = db.prepare(
    `update item_version set withdrawn_at_ms = ?, withdrawn_by = ?
     where hall = ? and item = ? and import = ? and withdrawn_at_ms is null`,
  )

  return {
    all: () => all.all(hall),
    one: (id: string) => one.get(hall, id),
    put: (id: string, draft: string | null, atMs: number, who: string): number => {
      const fresh = nextRevision.get(hall)?.revision ?? 0
      put.run(hall, id, fresh, draft, atMs, who)
      return fresh
    },
    remove: (id: string) => {
      nextRevision.get(hall)
      remove.run(hall, id)
    },
    /** Counts every change of the catalogue. */
    revision: () => revision.get(hall)?.revision ?? 0,
    /** Every item's versions by their dates. */
    dates: (): Map<string, VersionDates[]> => {
      const found = new Map<string, VersionDates[]>()
      for (const row of allDates.all(hall)) {
        const each = { ...row, withdrawn: Boolean(row.withdrawn) }
        const there = found.get(row.item)
        if (there) there.push(each)
        else found.set(row.item, [each])
      }
      return found
    },
    datesOf: (id: string): VersionDates[] =>
      datesOf.all(hall, id).map((row) => ({ ...row, withdrawn: Boolean(row.withdrawn) })),
    version: (id: string, number: number) => version.get(hall, id, number),
    versions: (id: string) => versions.all(hall, id),
    publish: (
      id: string,
      number: number,
      item: Item,
      spelled: readonly Spelled[],
      atMs: number,
      who: string,
      importId: number | null,
    ) =>
      insertVersion.run(
        hall,
        id,
        number,
        JSON.stringify(item),
        JSON.stringify(spelled),
        item.fromDay,
        item.untilDay,
        atMs,
        who,
        importId,
      ),
    withdraw: (id: string, atMs: number, who: string) => withdrawAll.run(atMs, who, hall, id),
    withdrawImported: (id: string, importId: number, atMs: number, who: string) =>
      withdrawImported.run(atMs, who, hall, id, importId),
  }
}

export type ItemTable = ReturnType<typeof openItemTable>

/** A stored body as an item; a later Item's new fields have their defaults. */
export function itemIn(body: string, id: string): Item {
  const item = Item.safeParse(JSON.parse(body))
  if (item.success) return item.data
  throw new DataRefused(`Item ${id} of the catalogue cannot be read: ${item.error.message}`)
}

/** The version in force on a day, whole. */
export function inForceOn(table: ItemTable, id: string, dates: readonly VersionDates[], day: string) {
  const now = inForce(dates, day)
  return now && table.version(id, now.version)
}
