import type { Announced } from './announcement.ts'
import { fileOf, type Language } from './language.ts'
import type { Speech } from './language-file.ts'
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
  const { speech } = fileOf(language)
  const read = reader(speech, one)
  const of = {
    number: read(number.toUpperCase()),
    counter: /^[1-9][0-9]?$/.test(counter) ? speech.cardinal(Number(counter)).map(digit) : read(counter),
    service: read(service ?? ''),
  }
  const own = (call.order ?? call.wording)?.[language]
  const sentence = own || (service ? speech.read.withService : speech.read.call)
  const phrase = own ? read : asOne
  return wellPaused(
    piecesOf(sentence).flatMap((piece) => (piece.is === 'text' ? phrased(piece.text, phrase) : of[piece.is])),
  )
}

/** The parts as one line for people: `请 A 零零一 号，到 三 号窗口`. */
export function spelledText(parts: readonly Part[], language: Language): string {
  const { speech } = fileOf(language)
  return parts.map((part, at) => between(parts[at - 1], part, speech) + textOf(part)).join('')
}

function textOf(part: Part): string {
  return part.read === 'pause' ? '' : part.text
}

function between(before: Part | undefined, part: Part, { comma, digitsJoin }: Speech): string {
  if (!before) return ''
  if (part.read === 'pause') return comma
  const runsOn = digitsJoin && before.read === 'digit' && part.read === 'digit'
  return before.read === 'pause' || runsOn ? '' : ' '
}

const pause: Part = { read: 'pause' }
const words = (text: string): Part => ({ read: 'words', text })
const digit = (text: string): Part => ({ read: 'digit', text })

/** Full-width forms count as their ASCII ones; what the language spells is read letter by letter (ETC). */
function reader({ said, spells, digits }: Speech, one: SayOne): (text: string) => Part[] {
  const names = digits(one)
  return (text) =>
    (text.normalize('NFKC').match(said) ?? []).flatMap((piece): Part[] => {
      if (/^[0-9]$/.test(piece)) return [digit(names[Number(piece)] ?? '')]
      if (spells.test(piece))
        return [...piece.toUpperCase()].map((letter) => ({ read: 'letter', text: letter }))
      return [words(piece)]
    })
}

/** A phrase of the language's own sentence is one clip, whole. */
const asOne = (phrase: string): Part[] => (phrase.trim() === '' ? [] : [words(phrase.trim())])

/** Text with a pause where it is punctuated. */
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
