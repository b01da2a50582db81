import type { Vector } from '../vector.ts'
import { samCommands } from './commands.ts'

const LEAD = 'AA AA AA 96 69'

const vector = (name: string, hex: string, body: readonly number[]): Vector<Uint8Array> => ({
  name,
  hex: `${LEAD} ${hex}`,
  frame: Uint8Array.from(body),
})

/** Published frames of the SAM module, each the body between length and xor (devices.md §4). */
export const samVectors: readonly Vector<Uint8Array>[] = [
  vector('reset', '00 03 10 FF EC', samCommands.reset.body),
  vector('status', '00 03 11 FF ED', samCommands.status.body),
  vector('module id', '00 03 12 FF EE', samCommands.moduleId.body),
  vector('find', '00 03 20 01 22', samCommands.find.body),
  vector('select', '00 03 20 02 21', samCommands.select.body),
  vector('read', '00 03 30 01 32', samCommands.read.body),
  vector('found', '00 08 00 00 9F 00 00 00 00 97', [0, 0, 0x9f, 0, 0, 0, 0]),
  vector('no card', '00 04 00 00 80 84', [0, 0, 0x80]),
  vector('selected', '00 0C 00 00 90 00 00 00 00 00 00 00 00 9C', [0, 0, 0x90, 0, 0, 0, 0, 0, 0, 0, 0]),
  vector('select failed', '00 04 00 00 81 85', [0, 0, 0x81]),
  vector('read failed', '00 04 00 00 41 45', [0, 0, 0x41]),
]
