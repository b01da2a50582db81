import type { SlipBlock } from './slip.ts'

/** 大字小票: the same slip, every text at least twice as high and wide; what stood side by side stands one below the other. */
export const largeSlip = (blocks: readonly SlipBlock[]): SlipBlock[] => blocks.flatMap(enlarged)

function enlarged(block: SlipBlock): SlipBlock[] {
  switch (block.block) {
    case 'text':
      return [{ ...block, size: larger[block.size ?? 1] }]
    case 'pair':
      return [
        { block: 'text', text: block.left, size: 2 },
        { block: 'text', text: block.right, align: 'right', size: 2, bold: true },
      ]
    case 'rule':
    case 'qr':
    case 'barcode':
    case 'picture':
    case 'gap':
      return [block]
  }
}

const larger = { 1: 2, 2: 3, 3: 4, 4: 4 } as const
