import { runShell } from '@jiaohao/shell/run-shell.ts'
import { openHallDisplay } from './open-hall-display.ts'

await runShell({ kind: 'display', port: 8083, open: openHallDisplay })
