import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD_TEXT_BYTES, type CardKind, MARK_AT_BYTE } from './card-layout.ts'
import { readCardText } from './card-text.ts'
import { exampleCard, type TwinCard, twinCardText } from './twin-card.ts'

const read = (changed: Partial<TwinCard> = {}) => readCardText(twinCardText({ ...exampleCard, ...changed }))

/** The text a resident's card carries, field after field, as the standard lists them. */
function listed(fields: [string, number][]) {
  const text = Buffer.concat(
    fields.map(([value, bytes]) => Buffer.from(value.padEnd(bytes / 2, ' '), 'utf16le')),
  )
  expect(text).toHaveLength(CARD_TEXT_BYTES)
  return Uint8Array.from(text)
}

describe('a card', () => {
  test('of a resident lists name, sex, nation, birth, address, number, authority, from, to, spare', () => {
    const text = listed([
      ['张三丰', 30],
      ['1', 2],
      ['01', 4],
      ['19491231', 16],
      ['北京市朝阳区某路 1 号', 70],
      ['11010519491231002X', 36],
      ['北京市公安局朝阳分局', 30],
      ['20100101', 16],
      ['20300101', 16],
      ['', 36],
    ])
    expect(readCardText(text)).toEqual({
      kind: 'resident',
      number: '11010519491231002X',
      maskedName: '张**',
      validTo: { until: 'day', day: '2030-01-01' },
    })
  })

  test('of someone from Hong Kong, Macao or Taiwan is a resident’s with pass number, issues and a J', () => {
    const text = listed([
      ['陈小明', 30],
      ['1', 2],
      ['', 4],
      ['19491231', 16],
      ['广东省深圳市某路 2 号', 70],
      ['810000194912310028', 36],
      ['深圳市公安局', 30],
      ['20190101', 16],
      ['20240101', 16],
      ['H12345678', 18],
      ['01', 4],
      ['', 6],
      ['J', 2],
      ['', 6],
    ])
    expect(readCardText(text)).toEqual({
      kind: 'hkMacaoTaiwan',
      number: '810000194912310028',
      maskedName: '陈**',
      validTo: { until: 'day', day: '2024-01-01' },
    })
  })

  test('of a foreigner has a layout of its own and an I', () => {
    const text = listed([
      ['SMITH, JOHN', 120],
      ['1', 2],
      ['USA110090010112', 30],
      ['USA', 6],
      ['', 30],
      ['20170101', 16],
      ['20270101', 16],
      ['19900101', 16],
      ['01', 4],
      ['1100', 8],
      ['I', 2],
      ['', 6],
    ])
    expect(readCardText(text)).toEqual({
      kind: 'foreigner',
      number: 'USA110090010112',
      maskedName: 'S**********',
      validTo: { until: 'day', day: '2027-01-01' },
    })
  })

  test('of a foreigner made since 2023 has a Y and a number of eighteen', () => {
    const card: Partial<TwinCard> = { kind: 'foreigner2023', name: '', otherName: 'SMITH, JOHN' }
    expect(read(card)).toMatchObject({
      kind: 'foreigner2023',
      number: exampleCard.number,
      maskedName: 'S**********',
    })
    expect(read({ ...card, name: '史密' })).toMatchObject({ maskedName: '史*' })
  })

  test('may be for ever', () => {
    expect(read({ validTo: '长期' })).toMatchObject({ validTo: { until: 'longTerm' } })
  })

  test('with NULs for spaces is read', () => {
    const text = twinCardText(exampleCard).map((byte) => (byte === 0x20 ? 0 : byte))
    expect(readCardText(text)).toMatchObject({ number: exampleCard.number })
  })
})

describe('hostile content', () => {
  test('is refused with the field', () => {
    expect(read({ number: '110105194912310021' })).toEqual({ refused: 'checkDigit' })
    expect(read({ number: "1' or '1'='1" })).toEqual({ refused: 'number' })
    expect(read({ number: '' })).toEqual({ refused: 'number' })
    expect(read({ number: '110105194902300021' })).toEqual({ refused: 'birthDate' })
    expect(read({ bornOn: '19491230' })).toEqual({ refused: 'birthDate' })
    expect(read({ validTo: '20240230' })).toEqual({ refused: 'validTo' })
    expect(read({ validTo: '永远' })).toEqual({ refused: 'validTo' })
    expect(read({ kind: 'foreigner', number: exampleCard.number })).toEqual({ refused: 'number' })
    expect(readCardText(new Uint8Array(255))).toEqual({ refused: 'length' })
    const text = twinCardText(exampleCard)
    text[MARK_AT_BYTE] = 'Q'.charCodeAt(0)
    expect(readCardText(text)).toEqual({ refused: 'kind' })
  })

  test('in a name takes the name away, not the card', () => {
    for (const name of ['', '张\u202e三', '张\n三', '\ud842', '\u200b张三'])
      expect(read({ name })).toEqual({
        kind: 'resident',
        number: exampleCard.number,
        validTo: { until: 'longTerm' },
      })
  })

  test('a rare name is masked by code points', () => {
    expect(read({ name: '𠮷田𬎆' })).toMatchObject({ maskedName: '𠮷**' })
    // Private use, where some old cards keep characters that had no code point yet.
    expect(read({ name: '\ue000某' })).toMatchObject({ maskedName: '\ue000*' })
  })

  test('of any bytes throws nothing and never shows a whole name', () => {
    const kinds = fc.constantFrom<CardKind>('resident', 'hkMacaoTaiwan', 'foreigner2023')
    const bytes = fc.uint8Array({ minLength: CARD_TEXT_BYTES, maxLength: CARD_TEXT_BYTES })
    fc.assert(fc.property(bytes, (text) => void readCardText(text)))
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary', maxLength: 15 }), (kind, name) => {
        const card = read({ kind, name })
        if ('maskedName' in card) expect(card.maskedName).toContain('*')
      }),
    )
  })

  test('one byte changed on the way is refused or leaves the number as it was', () => {
    fc.assert(
      fc.property(fc.nat(CARD_TEXT_BYTES - 1), fc.integer({ min: 1, max: 255 }), (at, damage) => {
        const text = twinCardText({ ...exampleCard, validTo: '20300101' })
        const whole = readCardText(text)
        text[at] = (text[at] ?? 0) ^ damage
        const card = readCardText(text)
        if ('refused' in card || 'refused' in whole) return
        expect(card.number).toBe(whole.number)
      }),
    )
  })
})
