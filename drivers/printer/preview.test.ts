import { paperLines } from '@jiaohao/core/text/paper-lines.ts'
import { drawPaper } from '@jiaohao/core/text/paper-picture.ts'
import { type SlipBlock, slip } from '@jiaohao/core/text/slip.ts'
import { pictureOf, usualSlip } from '@jiaohao/core/text/slip-template.ts'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { compose } from './escpos.ts'
import { placeholder } from './rasterise.ts'
import { readCommand } from './twin-commands.ts'
import { openRoll } from './twin-paper.ts'

/** What a printer makes of the bytes, against the picture drawn of the same slip without any. */
function bothPictures(blocks: SlipBlock[], columns: 48 | 32) {
  const widthDots = columns * 12
  let onPaper = ''
  const roll = openRoll(widthDots, ({ svg }) => {
    onPaper = svg
  })
  let bytes = compose(blocks, { columns, hanSize: 'shared' })
  for (let next = readCommand(bytes, roll.hanMode()); next; next = readCommand(bytes, roll.hanMode())) {
    roll.obey(next.command)
    bytes = bytes.subarray(next.bytes)
  }
  const qr = (data: string, ecc: 'L' | 'M' | 'Q' | 'H') =>
    encode(data, { ecc, boostEcc: false, border: 0 }).data
  return { onPaper, preview: drawPaper(widthDots, paperLines(blocks, columns), qr) }
}

const facts = {
  hallName: '临江市政务服务中心',
  number: 'AB001',
  serviceName: '跨省通办高频事项综合受理与一件事一次办集成服务及历史档案查询',
  items: [],
  ahead: 3,
  waitMinutes: { low: 8, high: 20 },
  where: '二楼 B 区',
  bring: ['身份证原件', '由户籍所在地街道办事处或者社区居民委员会出具并加盖公章的证明材料原件和复印件各一份'],
  url: 'https://hall.example/t/k3j9',
  issuedAtMs: Date.UTC(2026, 2, 11, 1, 5),
  timeZone: 'Asia/Shanghai',
  appointment: null,
  reprint: true,
}

test.each([48, 32] as const)('the picture of a slip of %i columns is the paper that comes out', (columns) => {
  const template = {
    parts: [
      { part: 'logo' } as const,
      ...usualSlip.parts,
      { part: 'barcode' } as const,
      { part: 'line', zh: '咨询 12345', en: '', align: 'left', size: 2 } as const,
    ],
    logo: pictureOf(placeholder(96)),
  }
  for (const language of ['zh-CN', 'en'] as const) {
    const { onPaper, preview } = bothPictures(slip(facts, language, template), columns)
    expect(onPaper).toContain('<path')
    expect(preview).toBe(onPaper)
  }
})

test('double width is twice as wide and no higher', () => {
  const { onPaper, preview } = bothPictures([{ block: 'text', text: 'A1号', doubleWidth: true, size: 2 }], 48)
  expect(onPaper).toContain('scale(4 2)')
  expect(preview).toBe(onPaper)
})

test('a code too wide for the paper stands as text', () => {
  const { onPaper } = bothPictures([{ block: 'barcode', data: 'A'.repeat(40) }], 48)
  expect(onPaper).toContain('A'.repeat(40))
})
