import { runShell } from '@jiaohao/shell/run-shell.ts'
import * as electron from 'electron'
import { openKiosk } from './open-kiosk.ts'

await runShell(electron, { kind: 'kiosk', port: 8081, open: openKiosk })
