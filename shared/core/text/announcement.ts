import { fileOf, type Language } from './language.ts'
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
  const { written } = fileOf(language).speech
  const of = { number, counter, service: service ?? '' }
  return piecesOf((order ?? wording)?.[language] || (service ? written.withService : written.call))
    .map((piece) => (piece.is === 'text' ? piece.text : of[piece.is]))
    .join('')
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
