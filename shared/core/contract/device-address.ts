/** What no device may be saved with; older set-ups that have it are still read, and reported by their station. */
export type AddressProblem = 'portNumber' | 'lineSettings'

const mostBaud = 4_000_000
const settings: Record<string, (value: string) => boolean> = {
  baud: (value) => /^\d{2,7}$/.test(value) && Number(value) <= mostBaud,
  bits: (value) => /^[78]$/.test(value),
  parity: (value) => /^(none|even|odd)$/.test(value),
  stop: (value) => /^[12]$/.test(value),
}

/** A mistyped setting would otherwise be left out in silence, and the line run at another speed than was meant. */
export function wrongInAddress(address: string): AddressProblem | undefined {
  const port = /^tcp:.*:(\d+)$/.exec(address)?.[1]
  if (port !== undefined) return Number(port) >= 1 && Number(port) <= 65_535 ? undefined : 'portNumber'
  const asked = /^serial:[^?]*\?(.*)$/.exec(address)?.[1]
  if (asked === undefined) return undefined
  const given = asked.split('&').map((each) => each.split('='))
  const areMeant = given.every(
    ([name = '', value = '']) => Object.hasOwn(settings, name) && settings[name]?.(value),
  )
  return areMeant && new Set(given.map(([name]) => name)).size === given.length ? undefined : 'lineSettings'
}

/** The network port of another machine, which a second station may not drive too; undefined for a station's own. */
export const sharedPortOf = (address: string): string | undefined =>
  /^tcp:\/\/(127\.|localhost:|\[::1\])/i.test(address) || !address.startsWith('tcp:')
    ? undefined
    : address.toLowerCase()
