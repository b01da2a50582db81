import { exampleCard, type TwinCard } from '@jiaohao/drivers/id-reader/twin-card.ts'
import type { DemoCard } from './contract.ts'

/** Cards of invented people that can be held to a kiosk of the demonstration; numbers are those of published examples. */
export const demoCards = {
  resident: exampleCard,
  /** Hong Kong, Macao, Taiwan: region 81 to 83. */
  permit: {
    kind: 'hkMacaoTaiwan',
    name: '陈小明',
    number: '810000199408230021',
    bornOn: '19940823',
    validTo: '20300101',
  },
  /** A check digit that cannot be, as on a forged or worn card. */
  wrong: { ...exampleCard, number: '110105194912310021' },
} satisfies Record<DemoCard, TwinCard>
