import { parseArgs } from 'node:util'
import { openKiosk } from '@jiaohao/kiosk/open-kiosk.ts'
import { scaledClock } from './scaled-clock.ts'

/** A kiosk's station in a process of its own, for what must be killed; tells its parent its page's port when it is open. */
const { values } = parseArgs({
  options: {
    hub: { type: 'string', default: '' },
    key: { type: 'string', default: '' },
    data: { type: 'string', default: '' },
    port: { type: 'string', default: '0' },
    since: { type: 'string', default: '0' },
    speed: { type: 'string', default: '1' },
  },
})
const kiosk = await openKiosk({
  hubUrl: values.hub,
  key: values.key,
  dataDir: values.data,
  port: Number(values.port),
  clock: scaledClock(Number(values.since), Number(values.speed)),
  random: Math.random,
  screensDir: `${values.data}/no-screens`,
})
process.send?.({ port: Number(new URL(kiosk.url).port) })
process.once('disconnect', () => process.exit(0))
