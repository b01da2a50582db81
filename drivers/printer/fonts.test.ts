import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBlack } from '@jiaohao/core/text/bitmap.ts'
import { afterEach, expect, test } from 'vitest'
import { coverageBlocks, coverageOf, HAN_BLOCKS } from './coverage.ts'
import { compose } from './escpos.ts'
import { findFonts } from './find-fonts.ts'
import { openFonts } from './fonts.ts'
import { tinyFont } from './tiny-font.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of font files; each has the characters named. */
function fontFolder(files: Record<string, Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-fonts-'))
  folders.push(folder)
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

test('a character is drawn from the outline of its font, in its place and at the height asked', () => {
  const folder = fontFolder({ 'a.ttf': tinyFont('𠮷') })
  const { rasterise } = openFonts(findFonts([folder], []))
  for (const heightDots of [24, 48, 96]) {
    const drawn = rasterise('𠮷', heightDots)
    if (!drawn) throw new Error('not drawn')
    expect([drawn.widthDots, drawn.heightDots]).toEqual([heightDots, heightDots])
    const half = heightDots / 2
    const corners = [
      [0, half],
      [half - 1, heightDots - 1],
      [half, half],
      [0, half - 1],
    ] as const
    expect(corners.map(([x, y]) => isBlack(drawn, x, y))).toEqual([true, true, false, false])
  }
})

test('each character comes from the first font in order that has it, and none from a font that lacks it', () => {
  const folder = fontFolder({ 'a.ttf': tinyFont('𠮷', 0.25), 'b.ttf': tinyFont('𠮷㐱', 1) })
  const { rasterise } = openFonts([join(folder, 'a.ttf'), join(folder, 'b.ttf')])
  const black = (character: string) => {
    const drawn = rasterise(character, 24)
    return drawn?.rows.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  }
  expect(black('𠮷')).toBe(6 * 6)
  expect(black('㐱')).toBe(24 * 24)
  expect(black('龘')).toBeUndefined()
})

test('a broken font file is named and the next one prints', () => {
  const folder = fontFolder({ 'a.ttf': Buffer.from('not a font'), 'b.ttf': tinyFont('𠮷') })
  const fonts = openFonts([join(folder, 'missing.ttf'), ...findFonts([folder], [])])
  expect(fonts.rasterise('𠮷', 24)).toBeDefined()
  expect(fonts.states().map(({ font }) => font)).toEqual(['broken', 'broken', 'ready'])
})

test('no font file, however damaged, throws or draws outside its box', () => {
  const whole = tinyFont('𠮷㐱䶮')
  const folder = fontFolder({})
  for (let round = 0; round < 200; round += 1) {
    const damaged = Buffer.from(whole)
    for (let hit = 0; hit < 6; hit += 1)
      damaged[(round * 131 + hit * 977) % damaged.length] = (round * 37 + hit) & 0xff
    const path = join(folder, `${round}.ttf`)
    writeFileSync(path, round % 3 === 0 ? damaged.subarray(0, round * 2) : damaged)
    const fonts = openFonts([path])
    for (const character of '𠮷㐱䶮') fonts.rasterise(character, 24)
    expect(fonts.states()).toHaveLength(1)
  }
})

test('the places named come first, then the known fonts of the system, best first, and no others', () => {
  const mine = fontFolder({ 'own.ttf': tinyFont('一') })
  const system = fontFolder({
    'deja/DejaVuSans.ttf': tinyFont('一'),
    'han/HanaMinB.ttf': tinyFont('一'),
    'noto/NotoSansCJK-Regular.ttc': tinyFont('一'),
    'noto/NotoSansCJK-Bold.ttc': tinyFont('一'),
  })
  const found = findFonts([mine, join(mine, 'gone')], [system, '/no/such/folder'])
  expect(found).toEqual([
    join(mine, 'own.ttf'),
    join(system, 'noto/NotoSansCJK-Regular.ttc'),
    join(system, 'han/HanaMinB.ttf'),
  ])
})

test('the blocks up to extension F are the 87,875 characters of level 3 outside the compatibility area', () => {
  const level3 = HAN_BLOCKS.slice(0, 7).reduce((sum, { from, to }) => sum + to - from + 1, 0)
  // 87,887 in GB 18030-2022, of which twelve stand among the compatibility characters (FA0E–FA29).
  expect(level3).toBe(87_887 - 12)
})

test('the test page says of each block how much is covered and from which font', () => {
  const rows = coverageOf({
    fontOf: (codePoint) => (codePoint < 0x4e10 ? 'First' : codePoint < 0x4e18 ? 'Second' : undefined),
  })
  expect(rows[0]).toEqual({
    block: '基本区',
    from: 0x4e00,
    characters: 20_976,
    covered: 24,
    fonts: [
      { name: 'First', characters: 16 },
      { name: 'Second', characters: 8 },
    ],
    samples: '一盷鿯',
  })
  const none = coverageBlocks({ fontOf: () => undefined, states: () => [] })
  expect(none).toContainEqual({ block: 'text', text: '□ 没有字体 No font found' })
})

test('a rare character in a large line is as large as the line: the line is drawn whole', () => {
  const folder = fontFolder({ 'a.ttf': tinyFont('𠮷号') })
  const { rasterise } = openFonts(findFonts([folder], []))
  const bytes = (text: string) =>
    Buffer.from(
      compose([{ block: 'text', text, size: 2 }], { columns: 48, hanSize: 'shared', rasterise }),
    ).toString('latin1')
  expect(bytes('𠮷号')).toContain('\x1dv0\x00\x0c\x00\x30\x00')
  // Where the fonts have not all of it, the line stays text and the character is drawn in it, small.
  expect(bytes('𠮷叫')).toContain('\x1b*!')
  expect(bytes('号')).not.toContain('\x1dv0')
})
