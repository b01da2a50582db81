/** Where a line of a notice may end, best places first. */
const stops = [/[。！？；.!?;]/u, /[，、,：:\s]/u]

/**
 * A notice in pieces of at most `most` characters (code points), cut behind a full stop where there is one, else
 * behind a comma or a space: pieces that stand still are read, a running line is not.
 */
export function noticePages(notice: string, most: number): string[] {
  const pages: string[] = []
  let rest = [...notice.trim()]
  while (rest.length > most) {
    const end = lastStop(rest.slice(0, most))
    pages.push(rest.slice(0, end).join('').trim())
    rest = [...rest.slice(end).join('').trim()]
  }
  return rest.length > 0 ? [...pages, rest.join('')] : pages
}

/** Not in the first third, or the pieces would be crumbs. */
function lastStop(characters: string[]): number {
  for (const stop of stops) {
    const at = characters.findLastIndex((character) => stop.test(character)) + 1
    if (at > characters.length / 3) return at
  }
  return characters.length
}
