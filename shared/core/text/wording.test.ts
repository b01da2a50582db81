import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announcement, formsOf } from './announcement.ts'
import type { Language } from './language.ts'
import { spelled, spelledText } from './spelled.ts'
import { withService, wrongInWording } from './wording.ts'

const said = (wording: string, language: Language = 'zh-CN', counter = '12') => {
  const call = { number: 'A101', counter, wording: { 'zh-CN': '', en: '', [language]: wording } }
  return [announcement(call, language), spelledText(spelled(call, language), language)]
}

test('a hall words its own announcement; numbers are still spelled one by one', () => {
  expect(said('{number}号的居民，请到{counter}号窗口！办理社保。')).toEqual([
    'A101号的居民，请到12号窗口！办理社保。',
    'A 一零一 号的居民，请到 十二 号窗口，办理社保',
  ])
  expect(said('Dear guest {number}: counter {counter}, please.', 'en')).toEqual([
    'Dear guest A101: counter 12, please.',
    'Dear guest A one zero one, counter twelve, please',
  ])
})

test('a language without a wording of its own says the usual sentence', () => {
  const call = { number: 'A101', counter: '3', wording: { 'zh-CN': '{number}到{counter}', en: '' } }
  expect(announcement(call, 'en')).toBe('Ticket A101, please go to counter 3')
  expect(formsOf(call)[1]).toEqual({ number: 'A101', counter: '3' })
})

test.each([
  ['', undefined],
  ['请{number}到{counter}', undefined],
  ['请{number}到{counter}办理{service}', undefined],
  ['请{counter}号窗口', 'noNumber'],
  ['请{number}号', 'noCounter'],
  ['请{name}{number}到{counter}', 'unknownPlaceholder'],
  ['请｛number｝到{counter}', 'unknownPlaceholder'],
  ['请{number}到{counter}}', 'unknownPlaceholder'],
  ['请{Number}到{counter}', 'unknownPlaceholder'],
])('%s: %s', (wording, problem) => {
  expect(wrongInWording(wording)).toBe(problem)
})

test('the name of a service cannot become a placeholder, nor a pattern of replacement', () => {
  expect(withService('{number}{service}', "{number}$&$'")).toBe("{number}number$&$'")
})

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Z0-9０-９①-⑳，。.,窗 -]{0,8}$/))
const wordings = fc
  .array(fc.oneof(text, fc.constantFrom('{number}', '{counter}', '{service}')), { maxLength: 9 })
  .map((pieces) => `${pieces.join('')}{number}`)

test('no digit ever reaches an engine as a number, whatever a hall writes', () => {
  fc.assert(
    fc.property(
      wordings,
      text,
      text,
      fc.constantFrom<Language>('zh-CN', 'en'),
      (template, name, counter, language) => {
        const wording = withService(template, name)
        const parts = spelled(
          { number: 'A101', counter, service: name, wording: { 'zh-CN': wording, en: wording } },
          language,
        )
        for (const [at, part] of parts.entries()) {
          if (part.read === 'pause') {
            expect(parts[at - 1]?.read ?? 'pause').not.toBe('pause')
            expect(parts[at + 1]?.read ?? 'pause').not.toBe('pause')
          } else expect(part.text).toMatch(part.read === 'letter' ? /^[A-Z]$/ : /^[\p{Script=Han}A-Za-z ]+$/u)
        }
        const spelledOut = language === 'zh-CN' ? 'A 一 零 一' : 'A one zero one'
        const words = parts.map((part) => (part.read === 'pause' ? ';' : part.text)).join(' ')
        expect(words.endsWith(spelledOut)).toBe(true)
      },
    ),
  )
})
