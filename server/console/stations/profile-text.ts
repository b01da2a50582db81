/** What the field holds: the built-in profile, a file's content right or wrong, or why a text is no JSON. */
export type Profile = 'ff68' | object | string

/** A text as the file it may be; else the parser's own reason, '' for no text at all. */
export function fileIn(text: string): Profile {
  if (text.trim() === '') return ''
  try {
    const file: unknown = JSON.parse(text)
    return typeof file === 'object' && file !== null ? file : { file }
  } catch (problem) {
    if (problem instanceof SyntaxError) return problem.message
    throw problem
  }
}

/** A file to read and change: a key, or a mark, is one line. */
export const textOf = (file: object): string =>
  JSON.stringify(file, null, 2).replace(
    /\{\s+([^{}]*?)\s+\}/g,
    (_, inside: string) => `{ ${inside.replace(/\s+/g, ' ')} }`,
  )
