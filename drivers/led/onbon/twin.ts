import { type CardMind, type LedTwin, type LedTwinOptions, openCardTwin, type Panel } from '../card-twin.ts'
import { cardStation, decodeOnbon, encodeOnbon, hostStation, type OnbonFrame } from './codec.ts'
import { type ReadArea, readAreas } from './read-areas.ts'
import { answerData, BUSY } from './replies.ts'

const FACTORY_BRIGHTNESS = 15
const UNKNOWN_GROUP = 1
const UNKNOWN_COMMAND = 2

/** A BX-5K/6K card on a TCP line: it reads the real bytes, answers them, and forgets its areas without power. */
export function openLedTwin(options: LedTwinOptions): Promise<LedTwin> {
  return openCardTwin(options, onbonMind)
}

function onbonMind(redrawn: () => void): CardMind<OnbonFrame> {
  const areas = new Map<number, ReadArea>()
  let brightness = FACTORY_BRIGHTNESS

  function hear(frame: OnbonFrame, busy: boolean) {
    if (frame.to !== cardStation) return undefined
    const refusedCode = busy && frame.data[0] !== 0xa2 ? BUSY : obey(frame.data)
    return encodeOnbon({ to: hostStation, from: cardStation, data: answerData(refusedCode) })
  }

  /** The code of the refusal, 0 when it was done. */
  function obey(data: Uint8Array): number {
    const [group, command] = data
    const body = data.subarray(5)
    if (group === 0xa2) return command === 0x00 || command === 0x03 ? 0 : UNKNOWN_COMMAND
    if (group !== 0xa3) return UNKNOWN_GROUP
    if (command === 0x02) brightness = body[1] ?? brightness
    else if (command !== 0x06 || !change(body)) return UNKNOWN_COMMAND
    redrawn()
    return 0
  }

  function change(body: Uint8Array): boolean {
    const changes = readAreas(body)
    if (!changes) return false
    if (changes.deleted === 'all') areas.clear()
    else for (const id of changes.deleted) areas.delete(id)
    for (const area of changes.areas) areas.set(area.id, area)
    return true
  }

  function panel(): Panel {
    const shown = [...areas.values()]
    return {
      lines: shown.flatMap((area) => area.lines),
      colour: shown[0]?.colour ?? 'red',
      moving: shown.some((area) => area.moving),
      brightness,
    }
  }

  function forget() {
    areas.clear()
    brightness = FACTORY_BRIGHTNESS
  }

  return { decode: decodeOnbon, hear, panel, forget, weakByte: 20 }
}
