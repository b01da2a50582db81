import { runStation } from '@jiaohao/station/run-station.ts'
import { openWindowTerminal } from './open-window-terminal.ts'

await runStation({
  name: 'window-terminal',
  kind: 'window',
  about: '叫号 window terminal – keypads, LED strips and evaluators of one or many counters',
  port: 8082,
  open: openWindowTerminal,
})
