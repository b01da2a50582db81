import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../../transport/tap.ts'
import { decodeHuidu, type HuiduFrame } from './codec.ts'
import { attribute, unescaped } from './xml.ts'

/** What Huidu bytes say, in both directions. */
export const huiduMeaning: MeaningOf = (_, bytes) => {
  const { frames, rest, discardedBytes } = decodeHuidu(bytes)
  const found = frames.map(meaningOf)
  if (discardedBytes > 0) found.push({ means: 'noise', detail: `${discardedBytes}` })
  if (rest.length > 0) found.push({ means: 'unfinished', detail: `${rest.length}` })
  return found
}

export const isHuiduPing = (sent: Uint8Array): boolean =>
  decodeHuidu(sent).frames.every(({ says }) => says === 'heartbeat')

function meaningOf(frame: HuiduFrame): Meaning {
  switch (frame.says) {
    case 'heartbeat':
    case 'versionAsk':
      return { means: 'ping', detail: '' }
    case 'heartbeatAnswer':
    case 'version':
      return { means: 'accepted', detail: '' }
    case 'error':
      return { means: 'refused', detail: `${frame.code}` }
    case 'answer': {
      const result = attribute(frame.xml, 'out', 'result') ?? ''
      const done = result === 'kSuccess'
      return { means: done ? 'accepted' : 'refused', detail: done ? '' : result.slice(0, 80) }
    }
    case 'order':
      return orderOf(frame.xml)
  }
}

function orderOf(xml: string): Meaning {
  const text = /<string>([^<]*)<\/string>/.exec(xml)?.[1]
  switch (attribute(xml, 'in', 'method')) {
    case 'GetIFVersion':
      return { means: 'ping', detail: '' }
    case 'SetLuminancePloy':
      return { means: 'brightness', detail: attribute(xml, 'default', 'value') ?? '' }
    case 'AddProgram':
      return text === undefined
        ? { means: 'clearPanel', detail: '' }
        : { means: 'showText', detail: unescaped(text).replaceAll('\n', ' / ') }
    default:
      return { means: 'unknownFrame', detail: '' }
  }
}
