import { parseArgs } from 'node:util'
import { awayDay } from './away-day.ts'
import { liveDay } from './live-day.ts'
import { isScenario, scenarios } from './scenarios.ts'

/** `npm run simulate`: one whole day of a hall through a real hub, real stations and virtual devices, on a driven clock. */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'everyday' },
    citizens: { type: 'string' },
    counters: { type: 'string' },
    speed: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(`npm run simulate -- --citizens 800 --counters 8 --speed 120 --seed 1
npm run simulate -- --scenario NAME

  --speed N   at most N seconds of the hall in a second of this machine; 0 as fast as it can
${Object.entries(scenarios)
  .map(([name, { about }]) => `  ${name.padEnd(18)}${about}`)
  .join('\n')}
  hub-away          three kiosks as processes, twenty minutes without their hub, all killed in the middle;
                    --speed at most 30, as their links live by the machine's seconds`)
} else if (values.scenario === 'hub-away') {
  process.exitCode = await awayDay({
    minutes: 20,
    speed: whole('speed', 15, 1, 30),
    seed: whole('seed', 1, 0, 2 ** 31),
  })
} else {
  const { scenario: name } = values
  if (!isScenario(name)) stop(`--scenario ${name}: one of ${Object.keys(scenarios).join(', ')}, hub-away`)
  const scenario = scenarios[name]
  process.exitCode = await liveDay({
    name,
    scenario,
    citizens: whole('citizens', scenario.citizens, 1, 5_000),
    counters: whole('counters', scenario.counters, 1, 60),
    speed: whole('speed', 120, 0, 100_000),
    seed: whole('seed', 1, 0, 2 ** 31),
  })
}

function whole(
  name: 'citizens' | 'counters' | 'speed' | 'seed',
  usual: number,
  least: number,
  most: number,
): number {
  const value = Number(values[name] ?? usual)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  return stop(`--${name} ${values[name]}: a whole number from ${least} to ${most}`)
}

function stop(why: string): never {
  console.error(why)
  process.exit(2)
}
