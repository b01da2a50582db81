import { type CardMind, type LedTwin, type LedTwinOptions, openCardTwin } from '../card-twin.ts'
import { type CpowerFrame, decodeCpower, encodeCpower } from './codec.ts'
import { BRIGHTNESS, DISPLAY, DIVIDE, POWER, RESTART, TEMPLATE, TEXT } from './commands.ts'
import { type ReadText, readText } from './read-text.ts'

export interface CpowerTwinOptions extends LedTwinOptions {
  /** The card's number, 1 when left out. */
  card?: number
  /** What its port is: behind a serial server when left out. */
  line?: CpowerFrame['line']
}

const ALL_CARDS = 0xff
const FACTORY_BRIGHTNESS = 15
const DONE = 0
const SUM_WRONG = 1
/** The manual leaves the other return values open. */
const UNKNOWN = 0x7f
const NO_WINDOW = 0x12

/** A C-Power card on a TCP line. When busy it answers as if the sum were wrong, as one does that loses bytes. */
export function openCpowerTwin({
  card = 1,
  line = 'serial',
  ...options
}: CpowerTwinOptions): Promise<LedTwin> {
  return openCardTwin(options, (redrawn) => cpowerMind(card, line, redrawn))
}

function cpowerMind(card: number, line: CpowerFrame['line'], redrawn: () => void): CardMind<CpowerFrame> {
  let mode: 'programs' | 'windows' | 'template' = 'programs'
  let shown: ReadText | undefined
  let brightness = FACTORY_BRIGHTNESS

  function hear(frame: CpowerFrame, busy: boolean) {
    if (frame.line !== line || frame.type !== 'ask') return undefined
    if (frame.card !== card && frame.card !== ALL_CARDS) return undefined
    const flag = busy && frame.command === DISPLAY ? SUM_WRONG : obey(frame)
    if ((frame.flag & 1) === 0) return undefined
    const body = frame.command === DISPLAY ? Uint8Array.of(0, 0, 0, 0) : new Uint8Array()
    return encodeCpower({ line, type: 'answer', card, command: frame.command, flag, body })
  }

  function obey({ command, body }: CpowerFrame): number {
    switch (command) {
      case POWER:
        return DONE
      case RESTART:
        forget()
        break
      case BRIGHTNESS:
        brightness = Math.round(((body[1] ?? 0) / 31) * 15)
        break
      case DISPLAY: {
        const content = body.subarray(4)
        if (content.length !== (body[0] ?? 0) + 256 * (body[1] ?? 0)) return UNKNOWN
        const refusal = display(content)
        if (refusal !== DONE) return refusal
        break
      }
      default:
        return UNKNOWN
    }
    redrawn()
    return DONE
  }

  function display(content: Uint8Array): number {
    if (content[0] === DIVIDE || content[0] === TEMPLATE) {
      mode = content[0] === DIVIDE ? 'windows' : 'template'
      shown = undefined
      return DONE
    }
    const text = readText(content)
    if (!text) return UNKNOWN
    if (mode !== (content[0] === TEXT ? 'windows' : 'template')) return NO_WINDOW
    shown = text
    return DONE
  }

  function forget() {
    mode = 'programs'
    shown = undefined
    brightness = FACTORY_BRIGHTNESS
  }

  return {
    decode: decodeCpower,
    hear,
    panel: () => ({
      lines: shown?.lines ?? [],
      colour: shown?.colour ?? 'red',
      moving: shown?.moving ?? false,
      brightness,
    }),
    forget,
    weakByte: line === 'serial' ? 2 : 9,
  }
}
