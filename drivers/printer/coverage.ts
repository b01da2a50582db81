import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import type { Fonts } from './fonts.ts'

/**
 * The Han blocks of GB 18030-2022 level 3, up to where Unicode 11 filled them: together the 87,887 characters the
 * standard counts. Extensions G to I lie beyond it, but stand in names all the same.
 */
export const HAN_BLOCKS = [
  { block: '基本区', from: 0x4e00, to: 0x9fef },
  { block: '扩展 A', from: 0x3400, to: 0x4db5 },
  { block: '扩展 B', from: 0x20000, to: 0x2a6d6 },
  { block: '扩展 C', from: 0x2a700, to: 0x2b734 },
  { block: '扩展 D', from: 0x2b740, to: 0x2b81d },
  { block: '扩展 E', from: 0x2b820, to: 0x2cea1 },
  { block: '扩展 F', from: 0x2ceb0, to: 0x2ebe0 },
  { block: '扩展 G', from: 0x30000, to: 0x3134a },
  { block: '扩展 H', from: 0x31350, to: 0x323af },
  { block: '扩展 I', from: 0x2ebf0, to: 0x2ee5d },
] as const

/** How much of one block this machine can draw, and the font each character would come from. */
export interface BlockCoverage {
  block: string
  from: number
  characters: number
  covered: number
  /** Characters per font, in the order in which the fonts are tried. */
  fonts: { name: string; characters: number }[]
  /** The first, a middle and the last character of the block, covered or not: the page shows them. */
  samples: string
}

/** Counts every character of every block; takes a second or two with large fonts. */
export function coverageOf(fonts: Pick<Fonts, 'fontOf'>): BlockCoverage[] {
  return HAN_BLOCKS.map(({ block, from, to }) => {
    const characters = to - from + 1
    const found = new Map<string, number>()
    for (let codePoint = from; codePoint <= to; codePoint += 1) {
      const name = fonts.fontOf(codePoint)
      if (name !== undefined) found.set(name, (found.get(name) ?? 0) + 1)
    }
    const counts = [...found].map(([name, count]) => ({ name, characters: count }))
    return {
      block,
      from,
      characters,
      covered: counts.reduce((sum, each) => sum + each.characters, 0),
      fonts: counts,
      samples: String.fromCodePoint(from, (from + to) >> 1, to),
    }
  })
}

/** What the test page says of the fonts: block by block how much can be printed, from which font, with samples. */
export function coverageBlocks(fonts: Pick<Fonts, 'fontOf' | 'states'>): SlipBlock[] {
  return [
    { block: 'text', text: '生僻字 Rare characters', bold: true },
    ...fonts.states().map((state): SlipBlock => {
      if (state.font === 'ready') return { block: 'text', text: `• ${state.name}` }
      return { block: 'text', text: `• ✗ ${state.path}: ${state.why}` }
    }),
    ...(fonts.states().length === 0 ? [{ block: 'text', text: '□ 没有字体 No font found' } as const] : []),
    ...coverageOf(fonts).flatMap((row): SlipBlock[] => [
      { block: 'pair', left: `${row.block} ${row.samples}`, right: `${row.covered}/${row.characters}` },
      ...row.fonts.map(
        ({ name, characters }): SlipBlock => ({ block: 'pair', left: `  ${name}`, right: `${characters}` }),
      ),
    ]),
  ]
}
