import { runStation } from '@jiaohao/station/run-station.ts'
import { openHallDisplay } from './open-hall-display.ts'

await runStation({
  name: 'hall-display',
  kind: 'display',
  about: '叫号 hall display – the board of a zone, and the loudspeakers of its hall',
  port: 8083,
  open: openHallDisplay,
})
