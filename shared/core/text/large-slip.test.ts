import { expect, test } from 'vitest'
import { largeSlip } from './large-slip.ts'
import { slip } from './slip.ts'
import { slipLines } from './slip-lines.ts'

const facts = {
  hallName: '滨江区政务服务中心',
  number: 'A042',
  serviceName: '城乡居民基本养老保险关系转移接续',
  items: [],
  ahead: 12,
  waitMinutes: { low: 24, high: 40 },
  where: '一楼大厅 A 区',
  bring: ['本人身份证原件', '户口簿原件及首页、本人页复印件'],
  url: 'http://10.0.0.5:8080/phone#2026-03-11-42.secret',
  issuedAtMs: Date.parse('2026-03-11T10:30:00+08:00'),
  timeZone: 'Asia/Shanghai',
  appointment: null,
  reprint: false,
}

test.each([48, 32] as const)(
  'on %s columns no text of a large slip is small, and none runs over the edge',
  (columns) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const lines = slipLines(largeSlip(slip(facts, language)), columns)
      for (const line of lines) {
        if (line.line !== 'text' || /^─+$/.test(line.text)) continue
        expect(line.height, line.text).toBeGreaterThanOrEqual(2)
        const width = [...line.text].reduce((sum, one) => sum + (one <= '~' ? 1 : 2), 0) * line.width
        expect(width, line.text).toBeLessThanOrEqual(columns)
      }
    }
  },
)

test('it says all that the usual slip says', () => {
  const words = (blocks: ReturnType<typeof slip>) =>
    blocks.flatMap((block) =>
      block.block === 'text' ? [block.text] : block.block === 'pair' ? [block.left, block.right] : [],
    )
  expect(words(largeSlip(slip(facts, 'zh-CN')))).toEqual(words(slip(facts, 'zh-CN')))
})
