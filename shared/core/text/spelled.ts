import type { Announced } from './announcement.ts'
import type { Language } from './language.ts'
import { piecesOf } from './wording.ts'

/**
 * One thing a voice reads or one recorded clip says: words, one word of a number, one Latin letter A–Z, or a pause.
 * No text of a part holds a digit: engines read `A101` as "one hundred and ten".
 */
export type Part =
  | { read: 'words'; text: string }
  | { read: 'digit'; text: string }
  | { read: 'letter'; text: string }
  | { read: 'pause' }

/** How halls say the digit 1 inside a code: 一, or 幺 where 一 and 七 are mistaken for each other. */
export type SayOne = '一' | '幺'

/**
 * The sentence as a voice must read it: codes digit by digit and letter by letter. A plain counter number
 * 1–99 is a number, as clerks say it (12号窗口 is 十二号窗口); 101 or 03 is a code (一零一, 零三).
 */
export function spelled(call: Announced, language: Language, one: SayOne = '一'): readonly Part[] {
  const { number, counter, service } = call
  const digits = language === 'zh-CN' ? chineseDigits.with(1, one) : englishDigits
  const read = (text: string) => readOut(text, digits, language)
  const code = read(number.toUpperCase())
  const where = cardinal(counter, language === 'zh-CN' ? chineseNumber : englishNumber) ?? read(counter)
  const own = (call.order ?? call.wording)?.[language]
  if (own) {
    const of = { number: code, counter: where, service: read(service ?? '') }
    return wellPaused(
      piecesOf(own).flatMap((piece) => (piece.is === 'text' ? phrased(piece.text, read) : of[piece.is])),
    )
  }
  switch (language) {
    case 'zh-CN':
      return [
        ...[words('请'), ...code, words('号'), pause],
        ...[words('到'), ...where, words('号窗口')],
        ...(service ? [pause, words('办理'), ...read(service)] : []),
      ]
    case 'en':
      return [
        ...[words('Ticket'), ...code, pause, words('please go to counter'), ...where],
        ...(service ? [pause, words('for'), ...read(service)] : []),
      ]
  }
}

/** The parts as one line for people: `请 A 零零一 号，到 三 号窗口`. */
export function spelledText(parts: readonly Part[], language: Language): string {
  return parts.map((part, at) => between(parts[at - 1], part, language) + textOf(part)).join('')
}

function textOf(part: Part): string {
  return part.read === 'pause' ? '' : part.text
}

function between(before: Part | undefined, part: Part, language: Language): string {
  if (!before) return ''
  if (part.read === 'pause') return language === 'zh-CN' ? '，' : ', '
  const runsOn = language === 'zh-CN' && before.read === 'digit' && part.read === 'digit'
  return before.read === 'pause' || runsOn ? '' : ' '
}

const pause: Part = { read: 'pause' }
const words = (text: string): Part => ({ read: 'words', text })
const digit = (text: string): Part => ({ read: 'digit', text })

/** Full-width forms count as their ASCII ones; a capital word of up to four letters is read as letters (ETC). */
function readOut(text: string, digits: readonly string[], language: Language): Part[] {
  const pieces = text.normalize('NFKC').match(language === 'zh-CN' ? chinesePieces : englishPieces) ?? []
  return pieces.flatMap((piece): Part[] => {
    if (/^[0-9]$/.test(piece)) return [digit(digits[Number(piece)]!)]
    if (/^[A-Z]{1,4}$/i.test(piece) && (language === 'zh-CN' || piece === piece.toUpperCase()))
      return [...piece.toUpperCase()].map((letter) => ({ read: 'letter', text: letter }))
    return [words(piece)]
  })
}

/** The hall's own text with a pause where it is punctuated. */
function phrased(text: string, read: (text: string) => Part[]): Part[] {
  return text.split(punctuation).flatMap((phrase, at) => (at > 0 ? [pause, ...read(phrase)] : read(phrase)))
}

const punctuation = /[，。、；：！？,.;:!?]+/

/** No pause at either end, and never two together. */
function wellPaused(parts: readonly Part[]): Part[] {
  return parts.filter((part, at) => {
    if (part.read !== 'pause') return true
    const isLed = parts.slice(0, at).some(({ read }) => read !== 'pause')
    const next = parts[at + 1]
    return isLed && next !== undefined && next.read !== 'pause'
  })
}

/** Everything that is neither Han, Latin letter nor digit is not said: hyphens, brackets, other scripts. */
const chinesePieces = /[0-9]|[A-Za-z]|\p{Script=Han}+/gu
const englishPieces = /[0-9]|[A-Za-z]+/g

function cardinal(text: string, name: (value: number) => readonly string[]): Part[] | undefined {
  return /^[1-9][0-9]?$/.test(text) ? name(Number(text)).map(digit) : undefined
}

function chineseNumber(value: number): readonly string[] {
  const tens = Math.floor(value / 10)
  const before = tens > 1 ? [chineseDigits[tens]!] : []
  const after = value % 10 > 0 ? [chineseDigits[value % 10]!] : []
  return tens > 0 ? [...before, '十', ...after] : after
}

function englishNumber(value: number): readonly string[] {
  if (value < 20) return [englishBelowTwenty[value]!]
  const tens = englishTens[Math.floor(value / 10)]!
  return value % 10 > 0 ? [tens, englishBelowTwenty[value % 10]!] : [tens]
}

const chineseDigits = [...'零一二三四五六七八九']
const englishTeens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const englishDigits = 'zero one two three four five six seven eight nine'.split(' ')
const englishBelowTwenty = [...englishDigits, ...englishTeens.split(' ')]
const englishTens = ['', '', ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')]
