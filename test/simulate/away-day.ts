import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Away, hubAway, isWhole } from '../faults/hub-away.ts'
import type { Law } from './laws.ts'

/** Three kiosks and their hub as processes, the hub away; prints what became of it and answers 0 when every law held. */
export async function awayDay(ask: { minutes: number; speed: number; seed: number }): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-away-'))
  const away = await hubAway({
    dataDir,
    ...ask,
    progress: (minute, of) => void process.stderr.write(`minute ${minute} of ${of} without the hub\n`),
  })
  const laws = lawsOf(away)
  console.log(JSON.stringify({ simulate: 'away', scenario: 'hub-away', seed: ask.seed, ...away }))
  for (const each of laws) console.log(JSON.stringify(each))
  const allHold = laws.every(({ holds }) => holds)
  if (allHold) rmSync(dataDir, { recursive: true, force: true })
  else process.stderr.write(`the data is kept in ${dataDir}\n`)
  return allHold ? 0 : 1
}

function lawsOf(away: Away): Law[] {
  const none = (law: string, figure: number): Law => ({ law, holds: figure === 0, detail: `${figure}` })
  return [
    {
      law: 'kiosks went on, and everybody was called',
      holds: isWhole(away),
      detail: `${away.called} called`,
    },
    none('every number a citizen was told is with the hub', away.lost),
    none('no number and no command is there twice', away.duplicates),
    none('every series of a kiosk is gap-free', away.gaps),
    none('nobody has a second number', away.strays),
    none('each number has the place of the time at which it was given', away.misplaced),
    none('within a service nobody is called before somebody who took a number earlier', away.outOfOrder),
  ]
}
