/** What a phone's calendar is told of a booking. */
export interface CalendarEntry {
  code: string
  fromMs: number
  toMs: number
  title: string
  where: string
  text: string
  /** Which version this is: a later one replaces an earlier one. */
  writtenAtMs: number
}

/** An iCalendar file with one event and a reminder an hour before (RFC 5545). */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jiaohao//Appointments//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.code}@jiaohao`,
    `DTSTAMP:${stamp(entry.writtenAtMs)}`,
    `SEQUENCE:${Math.floor(entry.writtenAtMs / 1_000) % 1_000_000_000}`,
    `DTSTART:${stamp(entry.fromMs)}`,
    `DTEND:${stamp(entry.toMs)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.where)}`,
    `DESCRIPTION:${escaped(entry.text)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT1H',
    `DESCRIPTION:${escaped(entry.title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** `20260311T013000Z` */
const stamp = (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/[;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** A line has at most 75 octets; what is longer goes on after a space, never within a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
