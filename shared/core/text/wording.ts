import { inEach, type Language } from './language.ts'

/**
 * A hall's own sentence for calling a service's tickets: `请{number}号，到{counter}号窗口办理{service}`. '' where the
 * usual sentence is said.
 */
export type Wording = Readonly<Record<Language, string>>

/** The usual sentence in every language. */
export const usualWording: Wording = inEach(() => '')

export const placeholders = ['number', 'counter', 'service'] as const
export type Placeholder = (typeof placeholders)[number]

export const mostWordingCharacters = 120

/** Why a wording cannot be announced: its citizen would not know who is called, or where to. */
export type WordingProblem = 'unknownPlaceholder' | 'noNumber' | 'noCounter'

/** A stretch of the hall's own text, or what a call puts in its place. */
export type WordingPiece = { is: 'text'; text: string } | { is: Placeholder }

/** A brace that opens no placeholder stays text, so that nothing is lost; `wrongInWording` tells of it. */
export function piecesOf(wording: string): WordingPiece[] {
  return wording
    .split(/(\{(?:number|counter|service)\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const is = placeholders.find((name) => piece === `{${name}}`)
      return is ? { is } : { is: 'text', text: piece }
    })
}

/** Full-width braces are what a Chinese keyboard types: they would be read as text, so they are wrong too. */
export function wrongInWording(wording: string): WordingProblem | undefined {
  if (wording === '') return undefined
  const pieces = piecesOf(wording)
  if (pieces.some((piece) => piece.is === 'text' && /[{}｛｝]/.test(piece.text))) return 'unknownPlaceholder'
  if (!pieces.some(({ is }) => is === 'number')) return 'noNumber'
  if (!pieces.some(({ is }) => is === 'counter')) return 'noCounter'
  return undefined
}

/** The wording with the service's name in its place; braces of a name are no placeholders. */
export function withService(wording: string, name: string): string {
  return wording.split('{service}').join(name.replace(/[{}]/g, ''))
}
