import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** What each part may import of the others; a part always may import itself. */
const mayImport: Record<string, readonly string[]> = {
  'shared/core': [],
  'shared/screen': ['shared/core'],
  drivers: ['shared/core'],
  'shared/station': ['shared/core', 'drivers'],
  'shared/shell': ['shared/core', 'shared/station'],
  server: ['shared/core', 'shared/screen'],
  kiosk: ['shared/core', 'shared/screen', 'shared/station', 'shared/shell', 'drivers'],
  'window-terminal': ['shared/core', 'shared/screen', 'shared/station', 'shared/shell', 'drivers'],
  'hall-display': ['shared/core', 'shared/screen', 'shared/station', 'shared/shell', 'drivers'],
}
const packages: Record<string, string> = {
  core: 'shared/core',
  screen: 'shared/screen',
  station: 'shared/station',
  shell: 'shared/shell',
}

interface Import {
  from: string
  to: string
}

const files = Object.keys(mayImport).flatMap(sources)
const imports = files.flatMap(importsOf)

test('imports go one way: core, then what serves it, then the apps, then the tests', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [mine, theirs] = [partOf(from), partOf(to)]
    return mine !== theirs && !mayImport[mine]?.includes(theirs)
  })
  expect(wrong.filter(({ from, to }) => !isTheBridge(from, to))).toEqual([])
})

test('the hub runs without drivers and a page without Node', () => {
  const pages = imports.filter(
    ({ from }) => from.endsWith('.tsx') || from.includes('/screens/') || from.includes('server/console/'),
  )
  expect(
    pages.filter(({ to }) => ['drivers', 'shared/station', 'shared/shell'].includes(partOf(to))),
  ).toEqual([])
  const consoleOnServer = pages.filter(
    ({ from, to }) =>
      from.startsWith('server/console/') && to.startsWith('server/') && !to.startsWith('server/console/'),
  )
  expect(consoleOnServer).toEqual([])
})

test('no two files import each other in a circle', () => {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const other of next.get(file) ?? []) visit(other, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

/** `server/main.ts` loads the demonstration when asked for it, and only then. */
const isTheBridge = (from: string, to: string): boolean =>
  from === 'server/main.ts' && to === 'test/floor/open-floor.ts'

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules'))
}

/** Imports that exist at run time; `import type` vanishes and may point back. */
function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'([^']+)'|import\('([^']+)'\)/g,
  )
  return [...found].flatMap(([, still, dynamic]) => {
    const to = pathOf(from, still ?? dynamic ?? '')
    return to === undefined ? [] : [{ from, to }]
  })
}

function pathOf(from: string, named: string): string | undefined {
  if (named.startsWith('.')) return relative(root, resolve(root, dirname(from), named))
  const [, name = '', rest = ''] = /^@jiaohao\/([^/]+)\/(.+)$/.exec(named) ?? []
  return name === '' ? undefined : `${packages[name] ?? name}/${rest}`
}

function partOf(path: string): string {
  return Object.keys(mayImport).find((part) => path.startsWith(`${part}/`)) ?? path.split('/')[0] ?? ''
}
