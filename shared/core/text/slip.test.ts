import { expect, test } from 'vitest'
import { type SlipBlock, type SlipFacts, slip } from './slip.ts'
import { bitmapOf, pictureOf, SlipTemplate, usualSlip } from './slip-template.ts'

const facts: SlipFacts = {
  hallName: '临江市政务服务中心',
  number: 'A001',
  serviceName: '社保',
  items: [],
  ahead: 3,
  waitMinutes: { low: 8, high: 20 },
  where: '二楼 B 区',
  bring: ['身份证原件', '社保卡'],
  url: 'https://hall.example/t/k3j9',
  issuedAtMs: Date.UTC(2026, 2, 11, 1, 5),
  timeZone: 'Asia/Shanghai',
  appointment: null,
  reprint: false,
}

const words = (blocks: SlipBlock[]) =>
  blocks
    .map((b) => (b.block === 'text' ? b.text : b.block === 'pair' ? `${b.left}|${b.right}` : b.block))
    .join('\n')

test('the number stands once, four times as large as the text', () => {
  const numbers = slip(facts, 'zh-CN').filter((b) => b.block === 'text' && b.text === 'A001')
  expect(numbers).toEqual([{ block: 'text', text: 'A001', align: 'centre', size: 4, bold: true }])
})

test('a slip says how many are ahead, how long, where, since when, what to bring, and how to follow', () => {
  expect(words(slip(facts, 'zh-CN'))).toBe(
    `临江市政务服务中心
gap
A001
社保
rule
前面等候|3 人
预计等候|约 8～20 分钟
等候地点|二楼 B 区
取号时间|2026年3月11日 09:05
rule
请备好以下材料：
□ 身份证原件
□ 社保卡
rule
qr
扫码查看排队进度
请留意屏幕显示和语音叫号`,
  )
})

test('what the hall does not know is left out, not printed empty', () => {
  const bare = words(slip({ ...facts, waitMinutes: null, bring: [], url: null }, 'zh-CN'))
  expect(bare).not.toMatch(/预计|材料|qr|扫码/)
  expect(bare).not.toMatch(/rule\nrule/)
})

test('who has booked finds the slot under the number, and is told when it no longer counts', () => {
  const [fromMs, toMs] = [Date.UTC(2026, 2, 11, 1, 30), Date.UTC(2026, 2, 11, 2)]
  const booked = (late: boolean) => ({ ...facts, appointment: { fromMs, toMs, late } })
  expect(words(slip(booked(false), 'zh-CN'))).toContain('A001\n预约 09:30～10:00\n社保')
  expect(words(slip(booked(true), 'zh-CN'))).toContain(
    '预约 09:30～10:00\n已过预约时段，按签到时间排队\n社保',
  )
  expect(words(slip(booked(true), 'en'))).toContain('Appointment 09:30–10:00\nAfter the slot')
})

test('only a reprint is marked 补打', () => {
  expect(words(slip(facts, 'zh-CN'))).not.toContain('补打')
  expect(words(slip({ ...facts, reprint: true }, 'zh-CN'))).toContain('【补打】')
  expect(words(slip({ ...facts, reprint: true }, 'en'))).toContain('[REPRINT]')
})

test('time is the hall’s, whatever the machine’s zone', () => {
  const newYear = { ...facts, issuedAtMs: Date.UTC(2025, 11, 31, 16, 0) }
  expect(words(slip(newYear, 'zh-CN'))).toContain('取号时间|2026年1月1日 00:00')
  expect(words(slip(newYear, 'en'))).toContain('Taken at|2026-01-01 00:00')
})

test('a wait is a range, one figure when both ends meet, and never zero minutes', () => {
  const wait = (low: number, high: number) => words(slip({ ...facts, waitMinutes: { low, high } }, 'zh-CN'))
  expect(wait(5, 5)).toContain('预计等候|约 5 分钟')
  expect(wait(0, 4)).toContain('预计等候|4 分钟以内')
  expect(wait(0, 0)).toContain('预计等候|1 分钟以内')
})

test('a hall’s own template says which parts stand in which order, and its own lines in both languages', () => {
  const own = SlipTemplate.parse({
    parts: [
      { part: 'number', size: 2 },
      { part: 'line', zh: '咨询电话 12345', en: 'Help: 12345' },
      { part: 'line', zh: '请勿遗失' },
      { part: 'barcode' },
    ],
  })
  expect(words(slip(facts, 'zh-CN', own))).toBe('gap\nA001\n咨询电话 12345\n请勿遗失\nbarcode')
  expect(words(slip(facts, 'en', own))).toBe('gap\nA001\nHelp: 12345\n请勿遗失\nbarcode')
})

test('a reprint is marked right above the number, wherever the hall puts it', () => {
  const own = { ...usualSlip, parts: [{ part: 'hallName' } as const, { part: 'number', size: 3 } as const] }
  expect(words(slip({ ...facts, reprint: true }, 'zh-CN', own))).toMatch(/【补打】\ngap\nA001$/)
})

test('a template without a number, with a part twice or a logo too large is refused', () => {
  const parts = usualSlip.parts
  const refused = (template: unknown) => !SlipTemplate.safeParse(template).success
  expect(refused({ parts: parts.filter(({ part }) => part !== 'number') })).toBe(true)
  expect(refused({ parts: [...parts, { part: 'qr' }] })).toBe(true)
  expect(refused({ parts, logo: { widthDots: 392, heightDots: 1, rows: '00'.repeat(49) } })).toBe(true)
  expect(refused({ parts, logo: { widthDots: 16, heightDots: 2, rows: '0000' } })).toBe(true)
  expect(refused({ parts, logo: { widthDots: 16, heightDots: 2, rows: '0180ff00' } })).toBe(false)
})

test('a logo is the same bitmap after it was data', () => {
  const bitmap = { widthDots: 16, heightDots: 2, rows: Uint8Array.of(1, 0x80, 0xff, 0) }
  expect(bitmapOf(pictureOf(bitmap))).toEqual(bitmap)
})
