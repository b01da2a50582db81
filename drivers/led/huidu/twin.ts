import { type CardMind, type LedTwin, type LedTwinOptions, openCardTwin, type Panel } from '../card-twin.ts'
import { decodeHuidu, encodeHuidu, type HuiduFrame } from './codec.ts'
import { attribute, NO_SESSION, unescaped } from './xml.ts'

const FACTORY_BRIGHTNESS = 15
const DARK = { lines: [], colour: 'red', moving: false } as const
const CARD_VERSION = 0x1000005
const colours = new Map([
  ['#ff0000', 'red'],
  ['#00ff00', 'green'],
  ['#ffff00', 'yellow'],
] as const)

/** A Huidu HD card on a TCP line: a session first, then programs; without power it forgets both. */
export function openHuiduTwin(options: LedTwinOptions): Promise<LedTwin> {
  return openCardTwin(options, huiduMind)
}

function huiduMind(redrawn: () => void): CardMind<HuiduFrame> {
  let shown: Omit<Panel, 'brightness'> = DARK
  let brightness = FACTORY_BRIGHTNESS
  let sessions = 0
  let session: string | undefined

  function hear(frame: HuiduFrame, busy: boolean): Uint8Array | undefined {
    switch (frame.says) {
      case 'heartbeat':
        return encodeHuidu({ says: 'heartbeatAnswer' })
      case 'versionAsk':
        return encodeHuidu({ says: 'version', version: CARD_VERSION })
      case 'order':
        return hearOrder(frame.xml, busy)
      default:
        return undefined
    }
  }

  function hearOrder(xml: string, busy: boolean): Uint8Array {
    const guid = attribute(xml, 'sdk', 'guid')
    const method = attribute(xml, 'in', 'method') ?? ''
    if (guid === NO_SESSION && method === 'GetIFVersion') {
      sessions += 1
      session = `session-${sessions}`
      return reply(method, 'kSuccess')
    }
    if (session === undefined || guid !== session) return reply(method, 'kInvalidGUID')
    return reply(method, busy ? 'kProcessing' : obey(method, xml))
  }

  const reply = (method: string, result: string) =>
    encodeHuidu({
      says: 'answer',
      xml:
        `<?xml version="1.0" encoding="utf-8"?>\n<sdk guid="${session ?? NO_SESSION}">` +
        `<out method="${method}" result="${result}"/></sdk>`,
    })

  function obey(method: string, xml: string): string {
    switch (method) {
      case 'AddProgram':
        shown = screenOf(xml)
        break
      case 'SetLuminancePloy':
        brightness = Math.round((Number(attribute(xml, 'default', 'value')) / 100) * 15)
        break
      default:
        return 'kUnsupportMethod'
    }
    redrawn()
    return 'kSuccess'
  }

  function forget() {
    shown = DARK
    brightness = FACTORY_BRIGHTNESS
    session = undefined
  }

  return { decode: decodeHuidu, hear, panel: () => ({ ...shown, brightness }), forget, weakByte: 2 }
}

function screenOf(xml: string): Omit<Panel, 'brightness'> {
  const text = /<string>([^<]*)<\/string>/.exec(xml)?.[1]
  if (text === undefined) return DARK
  const colour = [...colours].find(([code]) => code === attribute(xml, 'font', 'color'))?.[1] ?? 'red'
  return {
    lines: unescaped(text).split('\n'),
    colour,
    moving: attribute(xml, 'effect', 'in') !== '0',
  }
}
