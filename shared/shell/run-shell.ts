import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { clockOf } from '@jiaohao/core/clock.ts'
import { openPaired, type StationCommand } from '@jiaohao/station/run-station.ts'
import * as electron from 'electron'
import { openShell } from './shell.ts'

/** One of the three apps as an Electron program: `--hub URL`, `--data DIR` and `--port N`, as on its command line. */
export function runShell(command: Pick<StationCommand, 'kind' | 'open' | 'port'>): Promise<void> {
  // Electron and Chromium bring arguments of their own.
  const { values } = parseArgs({ options: known, strict: false })
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)
  const clock = clockOf(globalThis)
  return openShell({
    electron,
    clock,
    openStation: (say) =>
      openPaired(command, {
        hub: text(values.hub, 'http://127.0.0.1:8080'),
        dataDir: text(values.data, join(electron.app.getPath('userData'), 'station')),
        port: Number(text(values.port, String(command.port))),
        clock,
        say,
      }),
  })
}

const known = { hub: { type: 'string' }, data: { type: 'string' }, port: { type: 'string' } } as const
