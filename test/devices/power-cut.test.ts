import { expect, test } from 'vitest'
import { ownNetwork, powerCut } from './faults-power-cut.ts'

test.skipIf(!ownNetwork)(
  'a device that loses power on TCP, goodbye unsaid, is told offline within 5 s, also where nothing can be asked',
  () => {
    const lines = powerCut().map((line) => JSON.parse(line))
    expect(lines.filter(({ ok }) => !ok)).toEqual([])
    expect(lines.map(({ driver }) => driver)).toContain('keypads')
  },
  60_000,
)
