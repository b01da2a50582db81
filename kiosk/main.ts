import { runStation } from '@jiaohao/station/run-station.ts'
import { openKiosk } from './open-kiosk.ts'

await runStation({
  name: 'kiosk',
  kind: 'kiosk',
  about: '叫号 kiosk – takes numbers and prints slips, on the machine with the printer',
  port: 8081,
  open: openKiosk,
})
