import { expect, test } from 'vitest'
import { type Findable, mostFound, type Spelled, search } from './search.ts'

const readings: Record<string, string[]> = {
  社: ['she'],
  会: ['hui', 'kuai'],
  保: ['bao'],
  障: ['zhang'],
  卡: ['ka', 'qia'],
  申: ['shen'],
  领: ['ling'],
  补: ['bu'],
  重: ['chong', 'zhong'],
  庆: ['qing'],
  女: ['nv', 'nu'],
  职: ['zhi'],
  工: ['gong'],
}

function row(name: string, popular = false, other = ''): Findable & { shown: string } {
  const spelled = [...name].map((text): Spelled => ({ text, readings: readings[text] ?? [] }))
  return { name: spelled, popular, other, shown: name }
}

const rows = [row('社会保障卡申领'), row('社会保障卡补领'), row('重庆职工参保'), row('申领女职工补贴')]
const found = (words: string, among = rows) => search(among, words).map(({ shown }) => shown)

test('a name is found by its characters, by initials, by pinyin, and by any mixture of them', () => {
  for (const words of ['社会保障卡', 'shbzk', 'shehuibaozhangka', 'she会bzk', 'SHBZK', 'ｓｈｂｚｋ']) {
    expect(found(words), words).toEqual(['社会保障卡申领', '社会保障卡补领'])
  }
  expect(found('shbzkb')).toEqual(['社会保障卡补领'])
})

test('the last syllable may be unfinished', () => {
  expect(found('chongqi')).toEqual(['重庆职工参保'])
})

test('a character of several readings is found by the one that fits, and after that by the others', () => {
  const two = [row('重工'), row('职重')]
  expect(found('cg', two)).toEqual(['重工'])
  expect(found('zhong', two)).toEqual(['重工', '职重'])
  expect(found('qia')).toEqual(['社会保障卡申领', '社会保障卡补领'])
})

test('ü is typed as v, as u, or as it is', () => {
  for (const words of ['nvzhigong', 'nuzhigong', 'nüzhigong'])
    expect(found(words)).toEqual(['申领女职工补贴'])
})

test('at the beginning comes before within, written before typed, popular before others, short before long', () => {
  expect(found('申领')).toEqual(['申领女职工补贴', '社会保障卡申领'])
  const same = [row('社保卡长长长'), row('社保卡', false), row('社保卡长', true)]
  expect(found('社保卡', same)).toEqual(['社保卡长', '社保卡', '社保卡长长长'])
})

test('every word must be found; the department and the English name count too, last', () => {
  const one = [row('社保卡', false, '人社局 social card'), row('社障卡')]
  expect(found('sbk social', one)).toEqual(['社保卡'])
  expect(found('社 tax', one)).toEqual([])
})

test('what people call it for short is found after everything that spells it out', () => {
  expect(found('sbk')).toEqual(['社会保障卡申领', '社会保障卡补领'])
  expect(found('社保卡')).toEqual(['社会保障卡申领', '社会保障卡补领'])
  expect(found('bk')).toEqual([])
  expect(found('sbk', [row('社会保障卡'), row('申领社保卡')])).toEqual(['申领社保卡', '社会保障卡'])
})

test('nothing but signs finds nothing, and never more than thirty are found', () => {
  expect(found(' ·，')).toEqual([])
  expect(found('')).toEqual([])
  const many = Array.from({ length: 100 }, () => row('社保'))
  expect(search(many, 's')).toHaveLength(mostFound)
})
