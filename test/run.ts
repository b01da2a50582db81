import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromiumPath } from './screens/chromium.ts'

/**
 * `npm test`: formatting and lint, types, unused code, the screens' build, and every test; says what it left
 * out and how to get it, and ends with one line `N passed, N failed`. A check that fails counts as one failed.
 */
const root = resolve(import.meta.dirname, '..')
const checks: [string, string[]][] = [
  ['format and lint', ['biome', 'check', '.']],
  ['types: core', ['tsc', '-p', 'shared/core']],
  ['types: node', ['tsc', '-p', '.']],
  ['types: screens', ['tsc', '-p', 'tsconfig.screen.json']],
  ['types: core tests', ['tsc', '-p', 'tsconfig.tests.json']],
  ['unused code', ['knip']],
  ['screens build', ['node', 'test/build-screens.ts']],
]

let passed = 0
let failed = 0
for (const [name, command] of checks) {
  const began = performance.now()
  const good = await run(command)
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - began) / 1_000).toFixed(1)} s)`)
  if (good) passed++
  else failed++
}

const folder = mkdtempSync(join(tmpdir(), 'jiaohao-test-'))
const reportFile = join(folder, 'report.json')
const ran = await run([
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
])
const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport) : null
rmSync(folder, { recursive: true, force: true })
passed += report?.numPassedTests ?? 0
failed += report?.numFailedTests ?? 0
if (!ran && (report?.numFailedTests ?? 0) === 0) failed++
const left = report?.numPendingTests ?? 0

if (left > 0) console.log(`\nLeft out: ${left} tests.`)
if (!chromiumPath()) {
  console.log(
    'No Chromium was found, so the browser tests were left out. On Debian: apt-get install chromium fonts-noto-cjk',
  )
  if (process.env.BROWSER_TESTS === 'required') failed++
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
}

function run([command = '', ...args]: string[]): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
  })
  return new Promise((done) => {
    child.once('error', () => done(false))
    child.once('exit', (code) => done(code === 0))
  })
}
