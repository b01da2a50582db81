/** Columns a printer gives a text: one for ASCII, two for everything else, whatever its length in JavaScript. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += isAscii(character) ? 1 : 2
  return columns
}

const isAscii = (character: string) => character <= '\u007e'

/** Closing marks that may not begin a line; they draw the character before them along. */
const NEVER_FIRST = /^[，。、；：！？）】》〉」』”’％%,.;:!?)\]]/u

/**
 * Breaks a text into lines of at most `columns`. Han text breaks anywhere but before a closing mark, words only
 * at spaces; a word longer than a line is broken where it must.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const piece of pieces(paragraph)) {
      if (columnsOf(line + piece.trimEnd()) > columns && line !== '') {
        lines.push(line.trimEnd())
        line = ''
      }
      for (const part of broken(line === '' ? piece.trimStart() : piece, columns)) {
        if (columnsOf(line + part.trimEnd()) > columns) {
          lines.push(line)
          line = ''
        }
        line += part
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** The smallest parts that stay together. */
function pieces(text: string): string[] {
  const found: string[] = []
  for (const part of text.match(/[!-~]+ *| +|[^ -~]/gu) ?? []) {
    const before = found.at(-1)
    if (before !== undefined && !before.endsWith(' ') && NEVER_FIRST.test(part)) {
      found[found.length - 1] = before + part
    } else found.push(part)
  }
  return found
}

function broken(piece: string, columns: number): string[] {
  return columnsOf(piece.trimEnd()) <= columns ? [piece] : [...piece]
}
