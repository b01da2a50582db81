import type { Handout } from '../queue/handout.ts'
import { materialWords, promisedWords } from './item-words.ts'
import { fileOf, type Language, nameIn } from './language.ts'
import { momentWords, type SlipBlock } from './slip.ts'

export interface ChecklistFacts {
  hallName: string
  items: Handout['items']
  printedAtMs: number
  timeZone: string
}

/** What such a paper says in one language. */
export interface ChecklistWords {
  title: string
  nothing: string
  promised: string
  fee: string
  printed: string
  ready: string
}

/** 一次性告知单: everything some items ask for, once and whole, to be ticked off at home. */
export function checklist(
  { hallName, items, printedAtMs, timeZone }: ChecklistFacts,
  language: Language,
): SlipBlock[] {
  const words = fileOf(language).paper.checklist
  return [
    { block: 'text', text: hallName, align: 'centre', bold: true },
    { block: 'text', text: words.title, align: 'centre', size: 2, bold: true },
    ...items.flatMap((item): SlipBlock[] => [
      { block: 'rule' },
      { block: 'text', text: nameIn(language, item), bold: true },
      ...(item.materials.length === 0 ? [{ block: 'text', text: words.nothing } as const] : []),
      ...item.materials.flatMap((material): SlipBlock[] => [
        { block: 'text', text: `□ ${materialWords(material, language)}` },
        ...(material.note === '' ? [] : [{ block: 'text', text: `· ${material.note}` } as const]),
      ]),
      ...(item.promised
        ? [{ block: 'pair', left: words.promised, right: promisedWords(item.promised, language) } as const]
        : []),
      { block: 'pair', left: words.fee, right: item.fee },
    ]),
    { block: 'rule' },
    { block: 'pair', left: words.printed, right: momentWords(printedAtMs, timeZone, language) },
    { block: 'text', text: words.ready, align: 'centre' },
  ]
}
