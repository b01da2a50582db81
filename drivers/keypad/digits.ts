import type { KeypadFrame } from './codec.ts'
import type { KeypadProfile } from './profile.ts'

const COUNT_DIGITS = 3

/** A ticket's digits stand at the right; of a longer number the last ones, of `A001` the digits alone. */
export function numberFrame(profile: KeypadProfile, address: number, number: string): KeypadFrame {
  const { positions, blank } = profile.digits
  const shown = digitsOf(number).slice(-positions)
  const data = [...Array<number>(positions - shown.length).fill(blank), ...shown]
  return { address, function: profile.digitsFunction, data }
}

/** The waiting count stands at the left, three digits, at most 999. The blanks beside it clear a ticket number. */
export function countFrame(profile: KeypadProfile, address: number, count: number): KeypadFrame {
  const { positions, blank } = profile.digits
  const shown = digitsOf(`${Math.min(999, Math.max(0, Math.trunc(count)))}`.padStart(COUNT_DIGITS, '0'))
  const data = [...shown, ...Array<number>(positions - shown.length).fill(blank)]
  return { address, function: profile.digitsFunction, data }
}

/** What a keypad with these digits shows, blanks as spaces: `   001`. */
export function digitsShown(profile: KeypadProfile, data: readonly number[]): string {
  return data.map((digit) => (digit === profile.digits.blank ? ' ' : `${digit}`)).join('')
}

const digitsOf = (text: string) => [...text].filter((character) => /[0-9]/.test(character)).map(Number)
