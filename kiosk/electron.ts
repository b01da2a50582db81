import { runShell } from '@jiaohao/shell/run-shell.ts'
import { openKiosk } from './open-kiosk.ts'

await runShell({ kind: 'kiosk', port: 8081, open: openKiosk })
