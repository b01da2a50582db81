/** A resident's identity number 公民身份号码 as typed or read: 18 characters, the last may be X. */
export type ReadIdNumber =
  | { idNumber: string; bornOn: string }
  | { refused: 'shape' | 'birthDate' | 'checkDigit' }

/**
 * Checks a number against GB 11643: shape, a birth date that exists (digits 7 to 14, given as `1949-12-31`), and
 * the check digit. Full-width digits and a small x are taken for what they mean. 港澳台 residence permits and
 * foreigners' cards of 2023 follow the same rule.
 */
export function readIdNumber(text: string): ReadIdNumber {
  const idNumber = asMeant(text)
  if (!/^[1-9]\d{16}[\dX]$/.test(idNumber)) return { refused: 'shape' }
  const bornOn = calendarDate(idNumber.slice(6, 14))
  if (!bornOn) return { refused: 'birthDate' }
  if (idNumber[17] !== idCheckDigit(idNumber)) return { refused: 'checkDigit' }
  return { idNumber, bornOn }
}

/** A unified social credit code 统一社会信用代码 as typed or read. */
export type ReadCreditCode = { creditCode: string } | { refused: 'shape' | 'checkCharacter' }

/** Checks a code against GB 32100: authority, kind, six digits of region, nine of organisation, check character. */
export function readCreditCode(text: string): ReadCreditCode {
  const creditCode = asMeant(text)
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(creditCode)) return { refused: 'shape' }
  if (creditCode[17] !== creditCheckCharacter(creditCode)) return { refused: 'checkCharacter' }
  return { creditCode }
}

/** `2024-02-29` of `20240229`; undefined when the calendar has no such day. */
export function calendarDate(digits: string): string | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const instant = new Date(`${date}T00:00:00Z`)
  // February 30 would quietly become March 1.
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
  return exists ? date : undefined
}

/** `110***********1234`: a number as others may see it; one of seven characters or fewer is hidden whole. */
export function maskNumber(number: string): string {
  const points = [...number]
  const shown = points.length > 7 ? { head: 3, tail: 4 } : { head: 0, tail: 0 }
  return points
    .map((point, at) => (at < shown.head || at >= points.length - shown.tail ? point : '*'))
    .join('')
}

/** `张**`: the first character, counted in code points, since rare names take two UTF-16 units a character. */
export function maskName(name: string): string {
  const points = [...name]
  // A name of one character would be told whole.
  return points.map((point, at) => (at === 0 && points.length > 1 ? point : '*')).join('')
}

const asMeant = (text: string) => text.normalize('NFKC').trim().toUpperCase()

/** GB 11643, ISO 7064 MOD 11-2. */
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECK_DIGITS = '10X98765432'

function idCheckDigit(number: string): string | undefined {
  return ID_CHECK_DIGITS[weighted(ID_WEIGHTS, (at) => Number(number[at])) % 11]
}

/** GB 32100: the 31 characters in the order of their values, without I, O, S, V and Z, which are easily misread. */
const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Powers of 3 modulo 31. */
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

function creditCheckCharacter(code: string): string | undefined {
  const sum = weighted(CREDIT_WEIGHTS, (at) => CREDIT_CHARACTERS.indexOf(code[at] ?? ''))
  return CREDIT_CHARACTERS[(31 - (sum % 31)) % 31]
}

const weighted = (weights: readonly number[], valueAt: (at: number) => number) =>
  weights.reduce((sum, weight, at) => sum + weight * valueAt(at), 0)
