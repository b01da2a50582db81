import { expect, test } from 'vitest'
import { scannerMeaning, withoutCode } from './meaning.ts'

const seen = (text: string) => withoutCode(Buffer.from(text))
const words = (bytes: Uint8Array) =>
  scannerMeaning('received', bytes).map(({ means, detail }) => (detail === '' ? means : `${means} ${detail}`))

test('of a code its length and its end are seen, and no character', () => {
  expect(Buffer.from(seen('YY20260311-7f\r\n')).toString('latin1')).toBe('*************\r\n')
  expect(words(seen('YY20260311-7f\r\n'))).toEqual(['code 13'])
  expect(Buffer.from(seen('预约7')).toString('hex')).toBe(`${'ff'.repeat(6)}2a`)
})

test('codes glued together, a piece of one, and an empty line are told apart', () => {
  expect(words(seen('AAA\rBB\rC'))).toEqual(['code 3', 'code 2', 'codePiece 1'])
  expect(words(seen('\r\n'))).toEqual([])
})

test('noise of a wrong speed shows its control characters', () => {
  expect(words(withoutCode(Uint8Array.of(0x80, 0x00, 0xf8, 0x1c)))).toEqual(['codePiece 4', 'controlBytes'])
})
