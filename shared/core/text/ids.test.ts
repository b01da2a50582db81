import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate, maskName, maskNumber, readCreditCode, readIdNumber } from './ids.ts'

const idAlphabet = '0123456789X'
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A number whose last character is the one of its alphabet that is accepted. */
const completed = (first17: string, alphabet: string, accepted: (text: string) => boolean) =>
  [...alphabet].map((last) => first17 + last).filter(accepted)

const birthDays = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const first17s = fc
  .tuple(fc.integer({ min: 110000, max: 999999 }), birthDays, fc.integer({ min: 100, max: 999 }))
  .map(([region, bornOn, sequence]) => `${region}${bornOn.replaceAll('-', '')}${sequence}`)
const idNumbers = first17s.map(
  (first17) => completed(first17, idAlphabet, (text) => 'idNumber' in readIdNumber(text))[0] ?? '',
)
const creditCodes = fc
  .tuple(
    fc.integer({ min: 110000, max: 999999 }),
    fc.array(fc.constantFrom(...creditAlphabet), { minLength: 9, maxLength: 9 }),
  )
  .map(([region, organisation]) => `91${region}${organisation.join('')}`)
  .map(
    (first17) => completed(first17, creditAlphabet, (text) => 'creditCode' in readCreditCode(text))[0] ?? '',
  )

const replaced = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)

describe('an identity number', () => {
  test('of the standard is read with its birth date', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({
      idNumber: '11010519491231002X',
      bornOn: '1949-12-31',
    })
    expect(readIdNumber('440524188001010014')).toMatchObject({ bornOn: '1880-01-01' })
  })

  test('typed with a small x or full-width digits is the same number', () => {
    for (const typed of [' 11010519491231002x ', '11010519491231002Ｘ', '１1010519491231002X'])
      expect(readIdNumber(typed)).toMatchObject({ idNumber: '11010519491231002X' })
  })

  test('is refused with the reason', () => {
    expect(readIdNumber('')).toEqual({ refused: 'shape' })
    expect(readIdNumber('110105491231002')).toEqual({ refused: 'shape' })
    expect(readIdNumber('11010519491231X020')).toEqual({ refused: 'shape' })
    expect(readIdNumber('110105194902300021')).toEqual({ refused: 'birthDate' })
    expect(readIdNumber('110105194912310021')).toEqual({ refused: 'checkDigit' })
  })

  test('has exactly one check digit', () => {
    fc.assert(
      fc.property(first17s, (first17) => {
        expect(completed(first17, idAlphabet, (text) => 'idNumber' in readIdNumber(text))).toHaveLength(1)
      }),
    )
  })

  test('with one digit misread, or two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(17), fc.constantFrom(...idAlphabet), (idNumber, at, digit) => {
        if (idNumber[at] !== digit)
          expect(readIdNumber(replaced(idNumber, at, digit))).toHaveProperty('refused')
        const [first = '', second = ''] = idNumber.slice(at, at + 2)
        const swapped = replaced(replaced(idNumber, at, second), at + 1, first)
        if (at < 17 && first !== second) expect(readIdNumber(swapped)).toHaveProperty('refused')
      }),
    )
  })

  test('whatever the text, is read or refused and nothing is thrown', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readIdNumber(text)))
  })
})

describe('a calendar date', () => {
  test('is one that exists', () => {
    expect(calendarDate('20240229')).toBe('2024-02-29')
    for (const digits of [
      '20230229',
      '19000229',
      '20240431',
      '20241301',
      '20240100',
      '00000000',
      '长期',
      '2024-2-9',
    ])
      expect(calendarDate(digits)).toBeUndefined()
    fc.assert(
      fc.property(birthDays, (day) => {
        expect(calendarDate(day.replaceAll('-', ''))).toBe(day)
      }),
    )
  })
})

describe('a social credit code', () => {
  test('of the standard is read, small letters as well', () => {
    expect(readCreditCode('91350100m000100y43')).toEqual({ creditCode: '91350100M000100Y43' })
  })

  test('is refused with the reason', () => {
    expect(readCreditCode('91350100M000100Y4')).toEqual({ refused: 'shape' })
    expect(readCreditCode('91350100I000100Y43')).toEqual({ refused: 'shape' })
    expect(readCreditCode('91350100M000100Y44')).toEqual({ refused: 'checkCharacter' })
  })

  test('with one character misread, or two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(creditCodes, fc.nat(17), fc.constantFrom(...creditAlphabet), (code, at, character) => {
        expect(readCreditCode(code)).toEqual({ creditCode: code })
        if (code[at] !== character)
          expect(readCreditCode(replaced(code, at, character))).toHaveProperty('refused')
        const [first = '', second = ''] = code.slice(at, at + 2)
        const swapped = replaced(replaced(code, at, second), at + 1, first)
        if (at < 17 && first !== second) expect(readCreditCode(swapped)).toHaveProperty('refused')
      }),
    )
  })
})

describe('a mask', () => {
  test('keeps three and four of a number, and nothing of a short one', () => {
    expect(maskNumber('110105199001011234')).toBe('110***********1234')
    expect(maskNumber('USA110090010112')).toBe('USA********0112')
    expect(maskNumber('1234567')).toBe('*******')
  })

  test('keeps the first character of a name, also a rare one of two units', () => {
    expect(maskName('张三丰')).toBe('张**')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName('王')).toBe('*')
    expect(maskName('')).toBe('')
  })

  test('is as long as what it hides, in code points, and never the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        for (const masked of [maskName(text), maskNumber(text)]) {
          expect([...masked]).toHaveLength([...text].length)
          expect(masked).toContain('*')
        }
      }),
    )
  })
})
