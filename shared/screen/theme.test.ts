import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sheet = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')
const tokensOf = (selector: string): Map<string, string> => {
  const block = sheet.split(`\n${selector} {`)[1]?.split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  )
}
const usual = tokensOf(':root')
const accessible = new Map([...usual, ...tokensOf(':root[data-accessible]')])

/** WCAG 2 relative luminance of `#rrggbb`. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Which inks are written on which grounds anywhere in the screens. */
const grounds = ['ground', 'ground-soft']
const written: [ink: string, ground: string][] = [
  ...['ink', 'ink-soft', 'blue', 'blue-deep', 'called', 'good', 'warn'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...['ink', 'ink-soft', 'blue', 'blue-deep'].map((ink): [string, string] => [ink, 'blue-soft']),
  ...['ink', 'warn'].map((ink): [string, string] => [ink, 'warn-soft']),
  ...['ink', 'good'].map((ink): [string, string] => [ink, 'good-soft']),
  ...['ink', 'called'].map((ink): [string, string] => [ink, 'called-soft']),
  ['on-blue', 'blue'],
  ['on-blue', 'blue-deep'],
  ['on-called', 'called'],
  ['focus-on-blue', 'blue-deep'],
]

const worst = (tokens: Map<string, string>, pairs = written): string[] =>
  pairs.map(([ink, ground]) => {
    const [a, b] = [tokens.get(ink), tokens.get(ground)]
    if (!a || !b) throw new Error(`theme.css has no --${a ? ground : ink}`)
    return `${contrast(a, b).toFixed(2).padStart(5, '0')} ${ink} on ${ground}`
  })

test('black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})

test('every ink is 4.5:1 on every ground it is written on', () => {
  expect(worst(usual).filter((pair) => pair < '04.50')).toEqual([])
})

test('in accessible mode it is 7:1', () => {
  expect(worst(accessible).filter((pair) => pair < '07.00')).toEqual([])
})

test('in accessible mode an edge is 3:1 on its ground', () => {
  const edges = worst(
    accessible,
    grounds.map((ground) => ['line', ground]),
  )
  expect(edges.filter((pair) => pair < '03.00')).toEqual([])
})
