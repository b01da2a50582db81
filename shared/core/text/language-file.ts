import type { ChecklistWords } from './checklist.ts'
import type { CitizenTexts } from './citizen-texts.ts'
import type { ItemWords } from './item-words.ts'
import type { SlipWords } from './slip.ts'
import type { SayOne } from './spelled.ts'
import type { StaffTexts } from './staff-texts.ts'

/** All of one language, in one object: whoever adds a language writes this and names it in language.ts. */
export interface LanguageFile {
  /** As in BCP 47: `zh-CN`, `ko`, `ug`. */
  id: string
  /** Its own name for itself, on the button that speaks it. */
  name: string
  /** A hall names its things twice: as it calls them, and in English. This language shows these. */
  hallNames: 'name' | 'nameEn'
  /** Every screen a citizen stands before. */
  citizen: CitizenTexts
  /** The counter page and the console; null where staff pages are not offered in it. Loaded by those pages alone. */
  staff: (() => Promise<StaffTexts>) | null
  /** What is printed: the slip, an item's papers, the checklist to take home. */
  paper: { slip: SlipWords; items: ItemWords; checklist: ChecklistWords }
  speech: Speech
}

/** A sentence with `{number}` and `{counter}` in it, and the one that names the `{service}` as well. */
export interface CallSentence {
  call: string
  withService: string
}

/** How a call is written and heard: numbers and letters in words, because no engine can be trusted with digits. */
export interface Speech {
  /** As a screen writes it. */
  written: CallSentence
  /** As a voice reads it: a pause at every mark of punctuation. */
  read: CallSentence
  /** Zero to nine, one by one. */
  digits(one: SayOne): readonly string[]
  /** A counter 1–99 as clerks say it. */
  cardinal(value: number): readonly string[]
  /** What of a name is said at all; the rest, as hyphens and brackets, is not. Global. */
  said: RegExp
  /** Which of that is read letter by letter. */
  spells: RegExp
  /** Between two parts when the reading is shown to people. */
  comma: string
  digitsJoin: boolean
  /** The voice of espeak-ng, and letters it would take for words. */
  espeak: string
  letterNames: Readonly<Record<string, string>>
}
