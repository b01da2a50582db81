import { parseArgs } from 'node:util'
import { clockOf } from '@jiaohao/core/clock.ts'
import { openPrinter } from '@jiaohao/drivers/printer/printer.ts'
import { dialOf } from '@jiaohao/drivers/transport/dial.ts'
import { openJobs } from '@jiaohao/station/jobs.ts'
import { slipOf } from './faults-rig-printer.ts'
import { until } from './faults-until.ts'

/** A kiosk's paper in a process of its own: notes each job on disk, prints it once, tells how it ended. */
const { values, positionals } = parseArgs({
  options: { address: { type: 'string', default: '' }, data: { type: 'string', default: '' } },
  allowPositionals: true,
})
const clock = clockOf(globalThis)
const jobs = openJobs(values.data)
const printer = openPrinter({ dial: dialOf(values.address, clock), clock, random: () => 0.5 })
await until(() => printer.status().status === 'ready', 15_000)
for (const number of positionals) {
  const known = jobs.begin(number)
  if (known === 'new') {
    process.send?.({ number, begun: true })
    const outcome = await printer.print({ id: number, slip: slipOf(number) })
    jobs.end(number, outcome.result === 'printed' ? { result: 'printed', why: '' } : outcome)
    process.send?.({ number, result: outcome.result })
  } else process.send?.({ number, result: typeof known === 'string' ? known : known.result })
}
await printer.close()
jobs.close()
process.exit()
