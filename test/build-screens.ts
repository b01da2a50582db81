import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')
const stamp = join(root, 'dist/screens/.built-from')
const sources = [
  'shared/core',
  'shared/screen',
  'kiosk',
  'window-terminal',
  'hall-display',
  'server/console',
  'test/floor',
]

/** Builds the pages unless `dist/screens` was made from exactly these sources. */
export async function buildScreens(): Promise<'built' | 'asBefore'> {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 'asBefore'
  console.log('Building the screens (once, about 20 seconds) …')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, now)
  return 'built'
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = ['pnpm-lock.yaml', 'vite.config.ts', ...sources.flatMap(filesIn)].sort()
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css|html|json|svg|png)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.includes('node_modules') && !path.endsWith('.test.ts'))
}

if (process.argv[1] === import.meta.filename) console.log(await buildScreens())
