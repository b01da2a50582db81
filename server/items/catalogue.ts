import type { Clock } from '@jiaohao/core/clock.ts'
import type { ItemFile, ItemRow } from '@jiaohao/core/contract/items.ts'
import { type HallItems, hallItems, mostItems } from '@jiaohao/core/items/hall-items.ts'
import { inForce } from '@jiaohao/core/items/in-force.ts'
import type { Item } from '@jiaohao/core/items/item.ts'
import { type ItemProblem, keptBack } from '@jiaohao/core/items/missing.ts'
import type { Findable, Spelled } from '@jiaohao/core/items/search.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import { freshSecret } from '../auth/secret.ts'
import type { Db } from '../journal/database.ts'
import { type ItemTable, inForceOn, itemIn, openItemTable, type StoredVersion } from './item-table.ts'
import { spelledName } from './readings.ts'

/** An item in force today, ready to be found. */
export interface Published extends Findable {
  id: string
  version: number
  publishedAtMs: number
  item: Item
}

/** What the catalogue must know of its hall. */
export interface ItsHall {
  timeZone: string
  services: readonly { id: string; name: string; prefix: string }[]
}

export type Wrote = { id: string; revision: number } | Refused | { problems: ItemProblem[] }

/** Changes to the catalogue are told once they are saved. */
export type Catalogue = ReturnType<typeof openCatalogue>

/**
 * The catalogue of items 事项目录: drafts, and versions published for some days. What is in force today is kept
 * in memory, for citizens search it and every number may name it.
 */
export function openCatalogue(db: Db, clock: Clock, hallId: string, itsHall: () => ItsHall) {
  const table = openItemTable(db, hallId)
  const today = () => dayOf(clock.now(), itsHall().timeZone)
  let day = ''
  const published = new Map<string, Published>()
  let sorted: readonly Published[] | null = null
  let forHall: HallItems | null = null

  /** A new day brings versions into force and puts others out of it. */
  function current(): ReadonlyMap<string, Published> {
    if (day === today()) return published
    day = today()
    published.clear()
    for (const [id, dates] of table.dates()) look(id, dates)
    return published
  }

  function look(id: string, dates = table.datesOf(id)): void {
    const now = inForceOn(table, id, dates, day)
    if (now) published.set(id, publishedOf(id, now))
    else published.delete(id)
    sorted = null
    forHall = null
  }

  /** Runs a change in one commit, then sees what is in force. */
  function change<R>(ids: readonly string[], run: () => R): R {
    const result = db.transaction(run)()
    current()
    for (const id of ids) look(id)
    return result
  }

  const problemsOf = (item: Item): ItemProblem[] =>
    keptBack(item, { serviceIds: new Set(itsHall().services.map(({ id }) => id)), today: today() })

  function publish(id: string, revision: number, who: string): Wrote {
    const row = table.one(id)
    if (!row) return refused('unknownItem')
    if (row.revision !== revision || row.draft === null) return refused('stale')
    const item = itemIn(row.draft, id)
    const problems = problemsOf(item)
    if (problems.length > 0) return { problems }
    return change([id], () => {
      publishNow(table, id, item, spelledName(item.name), clock.now(), who, null)
      return { id, revision: table.put(id, null, clock.now(), who) }
    })
  }

  return {
    table,
    today,
    services: () => itsHall().services,
    change,
    problemsOf,
    /** Every item as it was written last, published or not. */
    newest: (): { id: string; item: Item }[] =>
      table
        .all()
        .map(({ id, draft }) => ({ id, item: itemIn(draft ?? table.versions(id)[0]?.body ?? '{}', id) })),
    published: current,
    /** Popular ones first, then by pinyin. */
    sorted: (): readonly Published[] => {
      const now = current()
      sorted ??= [...now.values()].sort(byName)
      return sorted
    },
    hallItems: (): HallItems => {
      const now = current()
      forHall ??= hallItems(
        [...now.values()].map(({ id, version, item }) => ({ id, version, ...picked(item) })),
      )
      return forHall
    },
    rows: (): ItemRow[] => {
      const dates = table.dates()
      return table.all().map((row) => {
        const versions = dates.get(row.id) ?? []
        const newest = versions.at(-1)
        const shown = inForce(versions, today()) ?? newest
        const stored = shown && table.version(row.id, shown.version)
        const item = itemIn(row.draft ?? stored?.body ?? '{}', row.id)
        const open = versions.filter(({ withdrawn }) => !withdrawn)
        return {
          id: row.id,
          revision: row.revision,
          name: item.name,
          department: item.department,
          serviceId: item.serviceId,
          kind: item.kind,
          popular: item.popular,
          state: inForce(versions, today())
            ? 'published'
            : open.some(({ fromDay }) => fromDay > today())
              ? 'ahead'
              : open.length > 0
                ? 'over'
                : newest
                  ? 'withdrawn'
                  : 'draft',
          draft: row.draft !== null,
          version: shown?.version ?? null,
          fromDay: shown?.fromDay ?? null,
          untilDay: shown?.untilDay ?? null,
          reviewBy: stored ? itemIn(stored.body, row.id).reviewBy : item.reviewBy,
          changedAtMs: row.changedAtMs,
          changedBy: row.changedBy,
        }
      })
    },
    file: (id: string): ItemFile | Refused => {
      const row = table.one(id)
      if (!row) return refused('unknownItem')
      return {
        id,
        revision: row.revision,
        draft: row.draft === null ? null : itemIn(row.draft, id),
        inForce: current().get(id)?.version ?? null,
        versions: table
          .versions(id)
          .map(({ body, spelled: _, ...rest }) => ({ ...rest, item: itemIn(body, id) })),
      }
    },
    add: (item: Item, who: string): Wrote => {
      if (table.all().length >= mostItems) return refused('tooMuch')
      const id = freshId()
      return change([id], () => ({ id, revision: table.put(id, JSON.stringify(item), clock.now(), who) }))
    },
    write: (id: string, revision: number, item: Item, who: string): Wrote => {
      const row = table.one(id)
      if (!row) return refused('unknownItem')
      if (row.revision !== revision) return refused('stale')
      return change([id], () => ({ id, revision: table.put(id, JSON.stringify(item), clock.now(), who) }))
    },
    publish,
    withdraw: (id: string, revision: number, who: string): Wrote => {
      const row = table.one(id)
      if (!row) return refused('unknownItem')
      if (row.revision !== revision) return refused('stale')
      return change([id], () => {
        if (table.datesOf(id).length === 0) {
          table.remove(id)
          return { id, revision: table.revision() }
        }
        table.withdraw(id, clock.now(), who)
        return { id, revision: table.put(id, row.draft, clock.now(), who) }
      })
    },
    restore: (id: string, number: number, revision: number, who: string): Wrote => {
      const row = table.one(id)
      const version = table.version(id, number)
      if (!row || !version) return refused('unknownItem')
      if (row.revision !== revision) return refused('stale')
      return change([id], () => ({ id, revision: table.put(id, version.body, clock.now(), who) }))
    },
  }
}

/** Within a transaction: the draft becomes the item's next version. */
export function publishNow(
  table: ItemTable,
  id: string,
  item: Item,
  spelled: readonly Spelled[],
  atMs: number,
  who: string,
  importId: number | null,
): void {
  const last = Math.max(0, ...table.datesOf(id).map(({ version }) => version))
  table.publish(id, last + 1, item, spelled, atMs, who, importId)
}

export const freshId = (): string =>
  freshSecret()
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 16)

function publishedOf(id: string, { version, body, spelled, publishedAtMs }: StoredVersion): Published {
  const item = itemIn(body, id)
  return {
    id,
    version,
    publishedAtMs,
    item,
    name: JSON.parse(spelled) as Spelled[],
    other: `${item.department} ${item.nameEn}`.toLowerCase(),
    popular: item.popular,
  }
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

const byName = (a: Published, b: Published): number =>
  Number(b.popular) - Number(a.popular) || collator.compare(a.item.name, b.item.name)

const picked = ({ name, nameEn, serviceId, materials, promised, fee }: Item) => ({
  name,
  nameEn,
  serviceId,
  materials,
  promised,
  fee,
})
