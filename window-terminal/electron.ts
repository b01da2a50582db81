import { runShell } from '@jiaohao/shell/run-shell.ts'
import { openWindowTerminal } from './open-window-terminal.ts'

await runShell({ kind: 'window', port: 8082, open: openWindowTerminal })
