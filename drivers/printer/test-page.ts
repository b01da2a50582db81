import type { SlipBlock } from '@jiaohao/core/text/slip.ts'
import { coverageBlocks } from './coverage.ts'
import type { Fonts } from './fonts.ts'

/**
 * What shows at a glance whether a printer prints: size, both scripts, every column, a rare name, codes, the cut; and,
 * of the fonts given, which blocks of Han characters they cover.
 */
export function testPage(
  about: { address: string; at: string; columns: number },
  fonts: Pick<Fonts, 'fontOf' | 'states'> = { fontOf: () => undefined, states: () => [] },
): SlipBlock[] {
  return [
    { block: 'text', text: '打印测试 Test page', align: 'centre', bold: true },
    { block: 'rule' },
    { block: 'text', text: 'A001', align: 'centre', size: 4, bold: true },
    { block: 'text', text: '政务服务大厅', align: 'centre', size: 2 },
    { block: 'rule' },
    { block: 'pair', left: '时间 Time', right: about.at },
    { block: 'text', text: about.address },
    { block: 'text', text: '1234567890'.repeat(5).slice(0, about.columns) },
    { block: 'text', text: '□ 生僻字 㐱 䶮 𠮷 ·￥€' },
    { block: 'text', text: '𠮷 A1', size: 2 },
    { block: 'text', text: '倍宽 wide', doubleWidth: true },
    { block: 'barcode', data: 'A001' },
    { block: 'qr', data: about.address },
    { block: 'rule' },
    ...coverageBlocks(fonts),
    { block: 'rule' },
    { block: 'text', text: '本页不是号票 This is no ticket', align: 'centre' },
  ]
}
