import { parseArgs } from 'node:util'
import type { CheckLine, Protocol } from './check-protocol.ts'
import {
  cpowerProtocol,
  huiduProtocol,
  keypadProtocol,
  onbonProtocol,
  printerProtocol,
  samProtocol,
  scannerProtocol,
  syn6288Protocol,
} from './check-protocols.ts'
import { checkStreams } from './check-streams.ts'
import { checkVectors } from './check-vectors.ts'

/** `npm run devices:check -- [--rounds 100000] [--seed 1]`: one JSON line per check; ends non-zero when one is short. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
if (!Number.isInteger(rounds) || rounds < 4 || !Number.isInteger(seed)) {
  console.error('--rounds N [--seed N]: whole numbers, at least four rounds')
  process.exit(2)
}

let short = 0
const tell = (line: CheckLine) => {
  console.log(JSON.stringify(line))
  if (!line.ok) short += 1
}

function check<Frame>(protocol: Protocol<Frame>) {
  tell(checkVectors(protocol))
  process.stderr.write(`${protocol.protocol} …\n`)
  tell(checkStreams(protocol, seed, rounds))
}

check(keypadProtocol)
check(onbonProtocol)
check(cpowerProtocol)
check(huiduProtocol)
check(syn6288Protocol)
check(samProtocol)
check(printerProtocol)
check(scannerProtocol)
process.exitCode = short === 0 ? 0 : 1
