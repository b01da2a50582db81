import type { Vector } from '../../vector.ts'
import { cardStation, hostStation, type OnbonFrame } from './codec.ts'
import { brightness, type DynamicArea, deleteAllAreas, ping, setTime, showAreas } from './commands.ts'
import { encodeGb2312 } from './gb2312.ts'
import { answerData } from './replies.ts'

const START = 'A5 A5 A5 A5 A5 A5 A5 A5 01 00 00 80 00 00 00 00 00 00 FE 02'

const clockText = Uint8Array.from([...encodeGb2312('北京时间'), ...Buffer.from('\\n\\DH:\\DM:\\DS')])
const area: DynamicArea = {
  ...{ id: 0, x: 0, y: 0, width: 64, height: 32 },
  ...{ lines: 'multi', wrap: false, effect: 'static', speed: 0, stayHalfSeconds: 2, timeoutSeconds: 1 },
  text: clockText,
}
const call: DynamicArea = {
  ...{ ...area, width: 128, lines: 'single', wrap: true, stayHalfSeconds: 10, timeoutSeconds: 0 },
  text: encodeGb2312('请A001号到3号窗口'),
}
const friday = { year: 2013, month: 1, day: 25, hour: 11, minute: 17, second: 26, weekday: 5 }

const toCard = (name: string, hex: string, data: Uint8Array): Vector<OnbonFrame> => ({
  name,
  hex: `${START} ${hex}`,
  frame: { to: cardStation, from: hostStation, data },
})

/** Published frames of BX-5K and BX-6K cards, made by our own commands (devices.md §3). */
export const onbonVectors: readonly Vector<OnbonFrame>[] = [
  toCard('ping', '05 00 A2 00 01 00 00 68 F8 5A', ping()),
  toCard('delete all areas', '07 00 A3 06 01 02 00 FF 00 67 CC 5A', deleteAllAreas()),
  toCard('brightness 12', '07 00 A3 02 01 02 00 01 0C 26 2D 5A', brightness(12)),
  toCard('set time', '0D 00 A2 03 01 08 00 13 20 01 25 11 17 26 05 B0 3F 5A', setTime(friday)),
  toCard(
    'a clock on two lines',
    `39 00 A3 06 01 34 00 00 01 30 00 00 00 00 00 00 08 00 20 00 00 00 00 01 00 00 00 00 02 01 01 00 00 02 15 00
     00 00 B1 B1 BE A9 CA B1 BC E4 5C 6E 5C 44 48 3A 5C 44 4D 3A 5C 44 53 7D E9 5A`,
    showAreas([area]),
  ),
  toCard(
    '请A001号到3号窗口',
    `35 00 A3 06 01 00 00 00 01 2C 00 00 00 00 00 00 10 00 20 00 00 00 00 00 00 00 00 00 01 02 01 00 00 0A 11 00
     00 00 C7 EB 41 30 30 31 BA C5 B5 BD 33 BA C5 B4 B0 BF DA 04 0E 5A`,
    showAreas([call], 'zero'),
  ),
  {
    name: 'the acknowledgement',
    hex: 'A5A5A5A5A5A5A5A5 00 80 01 00 00 00 00 00 00 00 FE 02 05 00 A0 00 00 00 00 64 DC 5A',
    frame: { to: hostStation, from: cardStation, data: answerData() },
  },
]
