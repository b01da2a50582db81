/** The hall's local time; a card knows no time zone. */
export interface CardTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  /** Monday 1 to Sunday 7. */
  weekday: number
}

/** One dynamic area; positions and sizes in dots, `text` already in the card's own bytes and escapes. */
export interface DynamicArea {
  id: number
  x: number
  y: number
  width: number
  height: number
  lines: 'single' | 'multi'
  wrap: boolean
  effect: keyof typeof effects
  /** Steps of the card's own scale, 0 the fastest. */
  speed: number
  stayHalfSeconds: number
  /** Seconds without news after which the card drops the area; 0 keeps it. */
  timeoutSeconds: number
  text: Uint8Array
}

/** What the two bytes after the reply flag hold: captured frames state the size that follows, others leave 0. */
export type SizeField = 'stated' | 'zero'

const effects = { static: 1, snap: 2, left: 3, right: 4, up: 5, down: 6 } as const
const REPLY_WANTED = 0x01
const ALL_AREAS = 0xff
/** Bit 15 of x and width: the number counts dots, not bytes of eight dots. */
const COUNTS_DOTS = 0x8000

export const ping = () => command(0xa2, 0x00, [])

export const setTime = (at: CardTime) =>
  command(
    0xa2,
    0x03,
    [
      ...[at.year % 100, Math.floor(at.year / 100), at.month, at.day],
      ...[at.hour, at.minute, at.second, at.weekday],
    ].map(bcd),
  )

/** Level 0 to 15, set by hand (the leading 01) instead of by the card's own timetable. */
export const brightness = (level: number) => command(0xa3, 0x02, [0x01, Math.min(15, Math.max(0, level))])

/** Takes every dynamic area down. Program areas are never touched: they live in flash that wears out. */
export const deleteAllAreas = () => command(0xa3, 0x06, [ALL_AREAS, 0])

/** Puts areas up, each in the place of the one with its id. They are RAM, gone after a power cut (devices.md §3). */
export function showAreas(areas: readonly DynamicArea[], sizeField: SizeField = 'stated'): Uint8Array {
  const deleted = 0
  return command(0xa3, 0x06, [deleted, areas.length, ...areas.flatMap(areaBytes)], sizeField)
}

function command(group: number, code: number, rest: readonly number[], sizeField: SizeField = 'stated') {
  const size = sizeField === 'stated' ? u16(rest.length) : [0, 0]
  return Uint8Array.from([group, code, REPLY_WANTED, ...size, ...rest])
}

function areaBytes(area: DynamicArea): number[] {
  const bytes = [
    0, // type: dynamic
    ...horizontal(area.x),
    ...u16(area.y),
    ...horizontal(area.width),
    ...u16(area.height),
    area.id,
    0, // line spacing
    0, // run mode: round and round
    ...u16(area.timeoutSeconds),
    ...[0, 0, 0], // no voice
    area.lines === 'single' ? 1 : 2,
    area.wrap ? 2 : 1,
    effects[area.effect],
    0, // no exit effect
    area.speed,
    area.stayHalfSeconds,
    ...u16(area.text.length),
    ...[0, 0], // the upper half of the text length
    ...area.text,
  ]
  return [...u16(bytes.length), ...bytes]
}

const horizontal = (dots: number) => (dots % 8 === 0 ? u16(dots / 8) : u16(COUNTS_DOTS | dots))
const u16 = (value: number) => [value & 0xff, value >>> 8]
const bcd = (value: number) => (Math.floor(value / 10) << 4) | (value % 10)
