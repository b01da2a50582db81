import type { Guide, GuideAsk, GuideItem, GuideLine, GuideList } from '@jiaohao/core/contract/items.ts'
import { mostFound, search } from '@jiaohao/core/items/search.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import type * as z from 'zod'
import type { Catalogue, Published } from './catalogue.ts'

const mostPopular = 12
const collator = new Intl.Collator('zh-CN')

/** The guide 办事指南: what of the catalogue is in force today, for anybody. */
export function openGuide(catalogue: Pick<Catalogue, 'sorted' | 'published'>) {
  return {
    home: (): Guide => {
      const items = catalogue.sorted()
      const counts = new Map<string, number>()
      for (const { item } of items) counts.set(item.department, (counts.get(item.department) ?? 0) + 1)
      return {
        total: items.length,
        departments: [...counts]
          .map(([name, count]) => ({ name, items: count }))
          .sort((a, b) => collator.compare(a.name, b.name)),
        popular: items
          .filter(({ popular }) => popular)
          .slice(0, mostPopular)
          .map(lineOf),
      }
    },
    list: ({ words, department, serviceId, after }: z.output<typeof GuideAsk>): GuideList => {
      const among = catalogue
        .sorted()
        .filter(
          ({ item }) =>
            (department === undefined || item.department === department) &&
            (serviceId === undefined || item.serviceId === serviceId),
        )
      if (words.trim() === '')
        return { total: among.length, items: among.slice(after, after + mostFound).map(lineOf) }
      const found = search(among, words)
      return { total: found.length, items: found.map(lineOf) }
    },
    item: (id: string): GuideItem | Refused => {
      const found = catalogue.published().get(id)
      if (!found) return refused('unknownItem')
      const { version, publishedAtMs, item } = found
      return { id, version, publishedAtMs, ...item }
    },
  }
}

const lineOf = ({ id, item }: Published): GuideLine => {
  const { name, nameEn, department, serviceId, kind, promised, popular } = item
  return { id, name, nameEn, department, serviceId, kind, promised, popular }
}
