/** A TrueType font for tests in which each of these characters is a black square, `side` of its em box (0 to 1). */
export function tinyFont(characters: string, side = 0.5): Buffer {
  const codePoints = [...characters].map((each) => each.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const units = Math.round(1000 * side)
  const empty = Buffer.alloc(0)
  const square = Buffer.concat([
    shorts(1, 0, -120, units, units - 120, 3, 0),
    Buffer.of(1, 1, 1, 1),
    shorts(0, 0, units, 0, -120, units, 0, -units),
  ])
  const glyphs = [empty, ...codePoints.map(() => square)]
  const tables: [string, Buffer][] = [
    ['cmap', cmap(codePoints)],
    ['glyf', Buffer.concat(glyphs)],
    [
      'head',
      Buffer.concat([
        longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
        shorts(0, 1000),
        Buffer.alloc(16),
        shorts(0, 0, units, units, 0, 8, 2, 1, 0),
      ]),
    ],
    ['hhea', Buffer.concat([longs(0x10000), shorts(880, -120, 0, 1000), Buffer.alloc(22), shorts(1)])],
    ['hmtx', Buffer.concat([shorts(1000, 0), shorts(...glyphs.slice(1).map(() => 0))])],
    [
      'loca',
      longs(
        ...glyphs.map((_, at) => Math.max(0, at - 1) * square.length),
        (glyphs.length - 1) * square.length,
      ),
    ],
    ['maxp', Buffer.concat([longs(0x10000), shorts(glyphs.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)])],
  ]
  let offset = 12 + 16 * tables.length
  const records = tables.map(([tag, body]) => {
    const record = Buffer.concat([Buffer.from(tag), longs(0, offset, body.length)])
    offset += body.length
    return record
  })
  return Buffer.concat([
    longs(0x10000),
    shorts(tables.length, 0, 0, 0),
    ...records,
    ...tables.map(([, body]) => body),
  ])
}

/** Format 12: one group for each character, glyphs in their order. */
function cmap(codePoints: number[]): Buffer {
  const groups = codePoints.map((codePoint, at) => longs(codePoint, codePoint, at + 1))
  return Buffer.concat([
    shorts(0, 1, 3, 10),
    longs(12),
    shorts(12, 0),
    longs(16 + 12 * groups.length, 0, groups.length),
    ...groups,
  ])
}

function shorts(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeInt16BE(value, at * 2)
  return bytes
}

function longs(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4)
  return bytes
}
