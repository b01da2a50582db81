import { runShell } from '@jiaohao/shell/run-shell.ts'
import * as electron from 'electron'
import { openHallDisplay } from './open-hall-display.ts'

await runShell(electron, { kind: 'display', port: 8083, open: openHallDisplay })
