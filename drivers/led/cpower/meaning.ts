import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../../transport/tap.ts'
import { type CpowerFrame, decodeCpower } from './codec.ts'
import { BRIGHTNESS, DISPLAY, DIVIDE, POWER, queryScreen, RESTART, TEMPLATE } from './commands.ts'
import { readText } from './read-text.ts'

/** What C-Power bytes say: commands to the card, its acceptance or refusal. */
export const cpowerMeaning: MeaningOf = (direction, bytes) => {
  const { frames, rest, discardedBytes } = decodeCpower(bytes)
  const found = frames.map((frame): Meaning => {
    if (direction === 'sent') return commandOf(frame)
    return frame.flag === 0
      ? { means: 'accepted', detail: '' }
      : { means: 'refused', detail: `${frame.flag}` }
  })
  if (discardedBytes > 0) found.push({ means: 'noise', detail: `${discardedBytes}` })
  if (rest.length > 0) found.push({ means: 'unfinished', detail: `${rest.length}` })
  return found
}

export const isCpowerPing = (sent: Uint8Array): boolean =>
  decodeCpower(sent).frames.every(
    ({ command, body }) => command === POWER && body[0] === queryScreen().body[0],
  )

function commandOf({ command, body }: CpowerFrame): Meaning {
  if (command === POWER) return { means: body[0] === 1 ? 'ping' : 'power', detail: '' }
  if (command === RESTART) return { means: 'power', detail: '' }
  if (command === BRIGHTNESS) return { means: 'brightness', detail: `${body[1] ?? ''}` }
  const content = body.subarray(4)
  if (command !== DISPLAY) return { means: 'unknownFrame', detail: '' }
  if (content[0] === DIVIDE || content[0] === TEMPLATE) return { means: 'clearPanel', detail: '' }
  const text = readText(content)
  return text ? { means: 'showText', detail: text.lines.join(' / ') } : { means: 'unknownFrame', detail: '' }
}
