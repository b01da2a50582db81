import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Announced, announcement } from './announcement.ts'
import type { Language } from './language.ts'
import { spelled, spelledText } from './spelled.ts'

const wordings: [Announced, Language, written: string, read: string][] = [
  [{ number: 'A001', counter: '3' }, 'zh-CN', '请A001号到3号窗口', '请 A 零零一 号，到 三 号窗口'],
  [{ number: 'A001', counter: '3' }, 'en', ...english('A001', '3', 'A zero zero one', 'three')],
  [{ number: 'B101', counter: '12' }, 'zh-CN', '请B101号到12号窗口', '请 B 一零一 号，到 十二 号窗口'],
  [{ number: 'b101', counter: '12' }, 'en', ...english('b101', '12', 'B one zero one', 'twelve')],
  [{ number: 'A001', counter: '20' }, 'zh-CN', '请A001号到20号窗口', '请 A 零零一 号，到 二十 号窗口'],
  [{ number: 'A001', counter: '42' }, 'en', ...english('A001', '42', 'A zero zero one', 'forty two')],
  [{ number: 'A001', counter: '101' }, 'zh-CN', '请A001号到101号窗口', '请 A 零零一 号，到 一零一 号窗口'],
  [{ number: 'A001', counter: '03' }, 'zh-CN', '请A001号到03号窗口', '请 A 零零一 号，到 零三 号窗口'],
  [{ number: 'A001', counter: 'C2' }, 'zh-CN', '请A001号到C2号窗口', '请 A 零零一 号，到 C 二 号窗口'],
  [{ number: 'A-001', counter: '3' }, 'zh-CN', '请A-001号到3号窗口', '请 A 零零一 号，到 三 号窗口'],
  [{ number: 'AK001', counter: '3' }, 'zh-CN', '请AK001号到3号窗口', '请 A K 零零一 号，到 三 号窗口'],
  [{ number: 'AK001', counter: '3' }, 'en', ...english('AK001', '3', 'A K zero zero one', 'three')],
  [{ number: '2001', counter: '3' }, 'zh-CN', '请2001号到3号窗口', '请 二零零一 号，到 三 号窗口'],
  [
    { number: 'A007', counter: '2', service: '社保登记' },
    'zh-CN',
    '请A007号到2号窗口办理社保登记',
    '请 A 零零七 号，到 二 号窗口，办理 社保登记',
  ],
  [
    { number: 'A007', counter: '2', service: '12345热线（ETC）' },
    'zh-CN',
    '请A007号到2号窗口办理12345热线（ETC）',
    '请 A 零零七 号，到 二 号窗口，办理 一二三四五 热线 E T C',
  ],
  [
    { number: 'A007', counter: '2', service: 'Social insurance' },
    'en',
    'Ticket A007, please go to counter 2 for Social insurance',
    'Ticket A zero zero seven, please go to counter two, for Social insurance',
  ],
]

function english(number: string, counter: string, code: string, cardinal: string): [string, string] {
  return [
    `Ticket ${number}, please go to counter ${counter}`,
    `Ticket ${code}, please go to counter ${cardinal}`,
  ]
}

test.each(wordings)('%o in %s is written and read as halls say it', (call, language, written, read) => {
  expect(announcement(call, language)).toBe(written)
  expect(spelledText(spelled(call, language), language)).toBe(read)
})

test('a hall may say 幺 for 1 inside codes, never for a plain counter number', () => {
  const read = (counter: string) => spelledText(spelled({ number: 'A011', counter }, 'zh-CN', '幺'), 'zh-CN')
  expect(read('1')).toBe('请 A 零幺幺 号，到 一 号窗口')
  expect(read('21')).toBe('请 A 零幺幺 号，到 二十一 号窗口')
  expect(read('101')).toBe('请 A 零幺幺 号，到 幺零幺 号窗口')
})

test('full-width digits and letters read like plain ones', () => {
  expect(spelledText(spelled({ number: 'Ａ００１', counter: '３' }, 'zh-CN'), 'zh-CN')).toBe(
    '请 A 零零一 号，到 三 号窗口',
  )
})

test('no digit and no empty part ever reaches a voice, whatever the hall has named things', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[A-Z0-9０-９①-⑳Ⅲ社 -]{0,8}$/),
  )
  fc.assert(
    fc.property(
      anything,
      anything,
      anything,
      fc.constantFrom<Language>('zh-CN', 'en'),
      (number, counter, service, language) => {
        for (const part of spelled({ number, counter, service }, language)) {
          if (part.read === 'pause') continue
          expect(part.text).not.toMatch(/\p{Nd}/u)
          expect(part.text).toMatch(part.read === 'letter' ? /^[A-Z]$/ : /^[\p{Script=Han}A-Za-z ]+$/u)
        }
      },
    ),
  )
})
