import { announcement } from '@jiaohao/core/text/announcement.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engineInput } from './espeak.ts'

const input = (number: string, counter: string, service?: string) =>
  engineInput({
    call: { number, counter, ...(service === undefined ? {} : { service }) },
    language: 'zh-CN',
    one: '一',
  }).text

test('the engine is given syllables with their tones', () => {
  expect(input('A001', '3')).toBe('qing3 ei1 ling2 ling2 yi1 hao4; dao4 san1 hao4 chuang1 kou3')
  expect(input('B101', '12')).toBe('qing3 bi4 yi1 ling2 yi1 hao4; dao4 shi2 er4 hao4 chuang1 kou3')
  expect(input('C7', '2', '不动产登记')).toBe(
    'qing3 xi1 qi1 hao4; dao4 er4 hao4 chuang1 kou3; ban4 li3 bu2 dong4 chan3 deng1 ji4',
  )
})

test('ü is written v, the neutral tone 5, and a service keeps its usual readings', () => {
  expect(input('A1', '1', '银行绿化行政审批')).toContain('yin2 hang2 lv4 hua4 xing2 zheng4 shen3 pi1')
  expect(input('A1', '1', '好的')).toContain('hao3 de5')
})

test('all letters have a name of their own', () => {
  const names = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => input(letter, '1').split(' ')[1])
  expect(new Set(names).size).toBe(26)
})

test('English letters and numbers are words', () => {
  const sentence = { call: { number: 'A101', counter: '12' }, language: 'en', one: '一' } as const
  expect(engineInput(sentence)).toEqual({
    voice: 'en-us',
    text: 'Ticket eigh one zero one, please go to counter twelve',
  })
})

test('a digit reaches the engine only as a tone, whatever number, counter and service are called', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[A-Z0-9０-９①-⑳Ⅲ社嗯〇〡𠀀 ,;-]{0,8}$/u),
  )
  fc.assert(
    fc.property(anything, anything, anything, (number, counter, service) => {
      expect(input(number, counter, service)).toMatch(/^([a-z]+[1-5])+(;? ([a-z]+[1-5])+)*;?$/)
      const english = { call: { number, counter, service }, language: 'en', one: '一' } as const
      expect(engineInput(english).text).toMatch(/^[A-Za-z][A-Za-z, ]*$/)
    }),
    { numRuns: 300 },
  )
})

test('what is written on screens still shows the digits', () => {
  expect(announcement({ number: 'A101', counter: '12' }, 'zh-CN')).toBe('请A101号到12号窗口')
})
