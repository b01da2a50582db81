import type { Language } from './language.ts'
import { piecesOf, type Wording } from './wording.ts'

/** What a public speaker may tell of a call: number, counter and service, nothing of the person (T10). */
export interface Announced {
  number: string
  counter: string
  service?: string
  /** The hall's own sentences for this service, its name already in them. */
  wording?: Wording
  /** Not a call but a word to everybody, said as it stands or not at all; '' in a language it is not said in. */
  order?: Wording
}

/** The sentence as a screen writes it; what a voice is given to read is `spelled`. */
export function announcement(
  { number, counter, service, wording, order }: Announced,
  language: Language,
): string {
  const own = (order ?? wording)?.[language]
  if (own) {
    const of = { number, counter, service: service ?? '' }
    return piecesOf(own)
      .map((piece) => (piece.is === 'text' ? piece.text : of[piece.is]))
      .join('')
  }
  switch (language) {
    case 'zh-CN':
      return `请${number}号到${counter}号窗口${service ? `办理${service}` : ''}`
    case 'en':
      return `Ticket ${number}, please go to counter ${counter}${service ? ` for ${service}` : ''}`
  }
}

/** The call as the hall words it, and the shortest sentence it can become: nothing of it but what is said. */
export function formsOf({
  number,
  counter,
  service,
  wording,
  order,
}: Announced): [full: Announced, bare: Announced] {
  const bare: Announced = { number, counter, ...(order && { order }) }
  return [{ ...bare, ...(service && { service }), ...(wording && { wording }) }, bare]
}
