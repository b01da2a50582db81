import type { HallFace } from '../views/parts.ts'
import type { CounterSign } from '../views/window.ts'
import { standing as en } from './en/standing.ts'
import { standing as zh } from './zh-CN/standing.ts'

/** What an LED strip over a counter shows: its lines, their colour, and the mark that makes a call flash once. */
export interface PanelText {
  lines: string[]
  colour: 'red' | 'green' | 'yellow'
  light: 'steady' | { flash: string }
}

/** Without a row to spare a strip keeps to the number: who is called has to find it at a glance. */
export interface PanelSize {
  rows: number
}

/** The words of a counter's strip; Chinese alone, in characters every font card has, but for the order to leave. */
export function panel(
  sign: CounterSign,
  { rows }: PanelSize,
  standing: HallFace['standing'] = { is: 'open' },
): PanelText {
  if (standing.is === 'evacuated') {
    const lines = rows > 1 ? [zh.leave.strip, en.leave.strip] : [zh.leave.strip]
    return { lines, colour: 'red', light: 'steady' }
  }
  if (standing.is === 'paused' && sign.state !== 'serving') {
    const lines = rows > 1 ? [zh.paused.strip, standing.reason] : [zh.paused.strip]
    return { lines, colour: 'yellow', light: 'steady' }
  }
  const { no, number, pausedFor, services } = sign
  switch (sign.state) {
    case 'calling':
      return {
        lines: rows > 1 ? [`请${number}号`, `到${no}号窗口`] : [`请${number}号`],
        colour: 'red',
        light: { flash: flashMark(sign) },
      }
    case 'serving':
      return {
        lines: rows > 1 ? [`${no}号窗口`, `${number} 办理中`] : [`${number} 办理中`],
        colour: 'green',
        light: 'steady',
      }
    case 'paused':
      return {
        lines: rows > 1 && pausedFor && pausedFor !== paused ? [paused, pausedFor] : [paused],
        colour: 'yellow',
        light: 'steady',
      }
    case 'closed':
      return { lines: [closed], colour: 'red', light: 'steady' }
    case 'idle':
    case 'wrappingUp':
      return {
        lines: rows > 1 ? [`${no}号窗口`, services.join(' ')] : [services.join(' ') || `${no}号窗口`],
        colour: 'green',
        light: 'steady',
      }
  }
}

/** The call a strip acknowledges is the mark it flashed for: a recall is a call of its own. */
const flashMark = ({ callSeq }: CounterSign): string => String(callSeq ?? '')
export const callOfMark = (mark: string): number => Number(mark)

export const paused = '暂停服务'
const closed = '未开放'
