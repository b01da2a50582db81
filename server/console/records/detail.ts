/** What an audit row noted, for reading: `{"name":"东门取号机","may":[]}` → `name 东门取号机`. What says nothing is left out. */
export function detailOf(noted: string): string {
  if (!noted.startsWith('{')) return noted
  const fields = parsed(noted)
  if (fields === null) return noted
  return Object.entries(fields)
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
    .filter(([, value]) => value !== '' && value !== '[]' && value !== 'null')
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ')
}

/** A long note was cut where the record ends, so it may be no JSON any more. */
function parsed(noted: string): Record<string, unknown> | null {
  try {
    return JSON.parse(noted) as Record<string, unknown>
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}
