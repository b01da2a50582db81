/** How one character may be typed: itself, or the readings it has; the reading that fits here comes first. */
export interface Spelled {
  /** In lower case. */
  text: string
  readings: readonly string[]
}

/** What of an item can be searched: made when it is saved, because readings need a dictionary. */
export interface Findable {
  name: readonly Spelled[]
  /** Other words it may be found by, in lower case: department, English name. */
  other: string
  popular: boolean
}

export const mostFound = 30

/** The best matches first, at most `mostFound`: by how they match, then popular ones, then shorter names. */
export function search<Row extends Findable>(rows: readonly Row[], asked: string): Row[] {
  const words = wordsOf(asked)
  if (words.length === 0) return []
  const found: { row: Row; worse: number }[] = []
  for (const row of rows) {
    const worse = worseOf(row, words)
    if (worse !== null) found.push({ row, worse })
  }
  return found
    .sort(
      (a, b) =>
        a.worse - b.worse ||
        Number(b.row.popular) - Number(a.row.popular) ||
        a.row.name.length - b.row.name.length,
    )
    .slice(0, mostFound)
    .map(({ row }) => row)
}

/** Full-width letters become plain; whatever a name would not hold divides words. */
function wordsOf(asked: string): string[] {
  const text = asked.normalize('NFKC').toLowerCase().replaceAll('ü', 'v').slice(0, 40)
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Every word must be found; the item is as good as the worst of them. */
function worseOf(row: Findable, words: readonly string[]): number | null {
  let worst = 0
  for (const word of words) {
    const worse = worseOfWord(row, word)
    if (worse === null) return null
    worst = Math.max(worst, worse)
  }
  return worst
}

type Typed = (spelled: Spelled) => readonly string[]

const asWritten: Typed = ({ text }) => [text]
const byInitial: Typed = ({ text, readings }) => [text, (readings[0] ?? text).charAt(0)]
const byReading: Typed = ({ text, readings }) => {
  const fits = readings[0] ?? text
  return [text, fits, fits.charAt(0)]
}
/** A character has readings that do not fit here; people type them all the same. */
const byAnyReading: Typed = ({ text, readings }) => [
  text,
  ...readings,
  ...readings.map((reading) => reading.charAt(0)),
]

/** From the surest to the loosest; at the beginning of the name each is surer than within it. */
const ways: readonly Typed[] = [asWritten, byInitial, byReading, byAnyReading]

function worseOfWord({ name, other }: Findable, word: string): number | null {
  for (const [i, way] of ways.entries()) if (spells(name, 0, word, 0, way)) return i
  for (const [i, way] of ways.entries()) {
    for (let at = 1; at < name.length; at++) if (spells(name, at, word, 0, way)) return ways.length + i
  }
  if (abbreviates(name, word)) return 2 * ways.length
  return other.includes(word) ? 2 * ways.length + 1 : null
}

/** 社保卡 or sbk for 社会保障卡: begins as the name does, and leaves characters out. */
function abbreviates([first, ...rest]: readonly Spelled[], word: string): boolean {
  const [begins, ...wanted] = word
  const is = ({ text, readings }: Spelled, typed: string) =>
    text === typed || readings[0]?.charAt(0) === typed
  if (!first || begins === undefined || wanted.length === 0 || !is(first, begins)) return false
  let next = 0
  for (const spelled of rest) if (next < wanted.length && is(spelled, wanted[next] as string)) next += 1
  return next === wanted.length
}

/** Does what is typed from `typed` on spell the name from `at` on? The last syllable may be unfinished. */
function spells(name: readonly Spelled[], at: number, word: string, typed: number, way: Typed): boolean {
  if (typed === word.length) return true
  const spelled = name[at]
  if (!spelled) return false
  const rest = word.slice(typed)
  return way(spelled).some((part) => {
    if (part === '') return false
    if (rest.startsWith(part)) return spells(name, at + 1, word, typed + part.length, way)
    return rest.length < part.length && part.startsWith(rest)
  })
}
