import { decodeGb2312 } from './gb2312.ts'

/** A dynamic area as a card understands it. */
export interface ReadArea {
  id: number
  lines: string[]
  colour: 'red' | 'green' | 'yellow'
  moving: boolean
}

export interface AreaChanges {
  deleted: 'all' | number[]
  areas: ReadArea[]
}

const ALL_AREAS = 0xff
const AREA_HEAD_BYTES = 27
const STATIC_EFFECTS = [1, 2]
const colours = ['red', 'green', 'yellow'] as const

/** The body of an `A3 06` command, after its two size bytes (devices.md §3); undefined when it does not add up. */
export function readAreas(body: Uint8Array): AreaChanges | undefined {
  const bytes = Buffer.from(body)
  const count = bytes[0]
  if (count === undefined) return undefined
  const listed = count === ALL_AREAS ? 0 : count
  const changes: AreaChanges = {
    deleted: count === ALL_AREAS ? 'all' : [...bytes.subarray(1, 1 + listed)],
    areas: [],
  }
  const areaCount = bytes[1 + listed]
  if (areaCount === undefined) return undefined
  let at = 2 + listed
  while (changes.areas.length < areaCount) {
    if (at + 2 > bytes.length) return undefined
    const end = at + 2 + bytes.readUInt16LE(at)
    const area = end <= bytes.length && readArea(bytes.subarray(at + 2, end))
    if (!area) return undefined
    changes.areas.push(area)
    at = end
  }
  return changes
}

function readArea(bytes: Buffer): ReadArea | undefined {
  if (bytes.length < AREA_HEAD_BYTES) return undefined
  if (bytes.readUInt32LE(23) !== bytes.length - AREA_HEAD_BYTES) return undefined
  const text = decodeGb2312(bytes.subarray(AREA_HEAD_BYTES))
  const colour = colours[Number(/\\C([1-3])/.exec(text)?.[1] ?? 1) - 1] ?? 'red'
  const lines = text.replaceAll(/\\FO\d{3}|\\C\d/g, '').split('\\n')
  const dark = lines.every((line) => line.trim() === '')
  return {
    id: bytes.readUInt8(9),
    lines: dark ? [] : lines,
    colour,
    moving: !STATIC_EFFECTS.includes(bytes.readUInt8(19)),
  }
}
