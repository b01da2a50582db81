import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import type { StationStart } from '@jiaohao/station/station.ts'

/** What a station of a test is opened with: a folder of its own, and pages a line long. */
export interface StationFolder {
  start(hubUrl: string, key: string): StationStart
  remove(): void
}

const clock = clockOf(globalThis)

export function stationFolder(): StationFolder {
  const folder = mkdtempSync(join(tmpdir(), 'jiaohao-station-'))
  const screensDir = join(folder, 'screens')
  for (const page of [
    'kiosk/screens/kiosk',
    'window-terminal/screens/evaluator',
    'hall-display/screens/board',
  ]) {
    const file = join(screensDir, `${page}.html`)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, `<title>${page}</title>`)
  }
  mkdirSync(join(screensDir, 'assets'))
  return {
    start: (hubUrl, key) => ({
      hubUrl,
      key,
      dataDir: join(folder, 'data'),
      port: 0,
      clock,
      random: Math.random,
      screensDir,
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
