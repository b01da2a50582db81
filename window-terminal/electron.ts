import { runShell } from '@jiaohao/shell/run-shell.ts'
import * as electron from 'electron'
import { openWindowTerminal } from './open-window-terminal.ts'

await runShell(electron, { kind: 'window', port: 8082, open: openWindowTerminal })
