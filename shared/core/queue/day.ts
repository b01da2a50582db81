const formats = new Map<string, Intl.DateTimeFormat>()

/** The hall's own calendar day, `2026-11-23`: never the server's and never UTC's (T1). */
export function dayOf(atMs: number, timeZone: string): string {
  const { year, month, day } = localParts(atMs, timeZone)
  return `${year}-${month}-${day}`
}

/** Minutes since the hall's midnight. */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const { hour, minute } = localParts(atMs, timeZone)
  return Number(hour) * 60 + Number(minute)
}

/** `08:05` on the hall's clock. */
export function timeOfDay(atMs: number, timeZone: string): string {
  const { hour, minute } = localParts(atMs, timeZone)
  return `${hour}:${minute}`
}

/** `08:05` as minutes since midnight. */
export function minutesIn(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The instant of this minute of a hall day, counted from its midnight; where a clock change skips it, the one after. */
export function instantAt(day: string, minute: number, timeZone: string): number {
  const wantedMs = Date.parse(day) + minute * 60_000
  const guessMs = wantedMs - offsetMs(wantedMs, timeZone)
  return wantedMs - offsetMs(guessMs, timeZone)
}

/** How far the zone's clock is ahead of UTC at this instant. */
function offsetMs(atMs: number, timeZone: string): number {
  const { year, month, day, hour, minute } = localParts(atMs, timeZone)
  const shownMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`)
  return shownMs - Math.floor(atMs / 60_000) * 60_000
}

/** The last day end found per zone, and an instant known to lie in that day: the loop asks after every commit. */
const dayEnds = new Map<string, { sinceMs: number; endMs: number }>()

/** The instant at which the hall day after this instant's begins; found by search, since days can be 23 or 25 hours long. */
export function nextDayStartMs(atMs: number, timeZone: string): number {
  const known = dayEnds.get(timeZone)
  if (known && known.sinceMs <= atMs && atMs < known.endMs) return known.endMs
  const endMs = searchDayEnd(atMs, timeZone)
  dayEnds.set(timeZone, { sinceMs: atMs, endMs })
  return endMs
}

function searchDayEnd(atMs: number, timeZone: string): number {
  const today = dayOf(atMs, timeZone)
  let before = atMs
  let after = atMs + 26 * 3_600_000
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayOf(middle, timeZone) === today) before = middle
    else after = middle
  }
  return after
}

interface LocalParts {
  year: string
  month: string
  day: string
  hour: string
  minute: string
}

/** The last minute asked for per zone: a calendar is dear, and within a minute it says the same. */
const minutes = new Map<string, { minute: number; parts: LocalParts }>()

function localParts(atMs: number, timeZone: string): LocalParts {
  const minute = Math.floor(atMs / 60_000)
  const known = minutes.get(timeZone)
  if (known?.minute === minute) return known.parts
  const parts = formatted(atMs, timeZone)
  minutes.set(timeZone, { minute, parts })
  return parts
}

function formatted(atMs: number, timeZone: string): LocalParts {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(timeZone, format)
  }
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(atMs)) parts[type] = value
  return parts as unknown as LocalParts
}
