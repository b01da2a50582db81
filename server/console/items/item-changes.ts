import type { Item } from '@jiaohao/core/items/item.ts'
import { materialWords, promisedWords } from '@jiaohao/core/text/item-words.ts'
import type { Language } from '@jiaohao/core/text/language.ts'

/** One field of an item before and after, as it reads. */
export interface ItemChange {
  field: keyof Item
  before: string
  after: string
}

export function itemChanges(before: Item, after: Item, language: Language): ItemChange[] {
  return (Object.keys(after) as (keyof Item)[])
    .map((field) => ({ field, before: read(before, field, language), after: read(after, field, language) }))
    .filter((change) => change.before !== change.after)
}

function read(item: Item, field: keyof Item, language: Language): string {
  switch (field) {
    case 'materials':
      return item.materials
        .map((each) => materialWords(each, language) + (each.note === '' ? '' : ` – ${each.note}`))
        .join('\n')
    case 'promised':
      return item.promised ? promisedWords(item.promised, language) : ''
    case 'samples':
      return item.samples
        .map((each) =>
          each.is === 'text' ? each.lines.join('\n') : `${each.title} (${each.imageId.slice(0, 8)})`,
        )
        .join('\n')
    case 'steps':
    case 'basis':
      return item[field].join('\n')
    default:
      return String(item[field] ?? '')
  }
}
