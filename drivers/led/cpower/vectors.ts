import type { Vector } from '../../vector.ts'
import type { CpowerFrame } from './codec.ts'
import { type CpowerCommand, display, queryScreen, restart, screenOn } from './commands.ts'
import { encodeGbk } from './gbk.ts'

/** The bytes of a card's own network port: laid out by hand after the manual, §2.2. */
const networkQuery: Vector<CpowerFrame> = {
  name: 'query over the network',
  hex: 'FF FF FF FF 08 00 00 00 68 32 01 76 01 01 13 01',
  frame: { line: 'network', type: 'ask', card: 1, flag: 1, ...queryScreen() },
}

const toCard = (name: string, hex: string, command: CpowerCommand, card = 1): Vector<CpowerFrame> => ({
  name,
  hex,
  frame: { line: 'serial', type: 'ask', card, flag: 1, ...command },
})

/** Published frames of C-Power: four of devices.md §3, then the maker's manual (`12`) and hosts in use. */
export const cpowerVectors: readonly Vector<CpowerFrame>[] = [
  toCard('open', 'A5 68 32 01 76 01 00 01 00 00 00 00 00 00 00 13 01 AE', screenOn()),
  toCard('query', 'A5 68 32 01 76 01 01 13 01 AE', queryScreen()),
  toCard('restart', 'A5 68 32 01 2D 01 00 C9 00 AE', restart()),
  toCard('clear', 'A5 68 32 01 7B 01 04 00 00 00 07 00 00 00 22 01 AE', display([7, 0, 0, 0])),
  toCard('delete all programs', 'A5 68 32 01 7B 01 02 00 00 00 84 00 9D 01 AE', display([0x84, 0])),
  toCard(
    'a text of two lines',
    'A5 68 32 01 7B 01 13 00 00 00 12 00 00 01 00 00 03 02 FF 00 00 61 62 63 0D 63 62 61 00 9A 04 AE',
    display([0x12, 0, 0, 1, 0, 0, 3, 2, 255, 0, 0, ...Buffer.from('abc\rcba'), 0]),
  ),
  toCard(
    'a text in GBK: 正常通行',
    'A5 68 32 FF 7B 01 14 00 00 00 12 00 00 05 00 00 03 07 00 FF 00 D5 FD B3 A3 CD A8 D0 D0 00 86 09 AE',
    display([0x12, 0, 0, 5, 0, 0, 3, 7, 0, 255, 0, ...encodeGbk('正常通行'), 0]),
    0xff,
  ),
  networkQuery,
]
