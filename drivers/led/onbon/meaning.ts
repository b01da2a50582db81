import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../../transport/tap.ts'
import { decodeOnbon } from './codec.ts'
import { readAreas } from './read-areas.ts'
import { answerOf } from './replies.ts'

/** What Onbon bytes say: commands to the card, its acceptance or refusal. */
export const onbonMeaning: MeaningOf = (direction, bytes) => {
  const { frames, rest, discardedBytes } = decodeOnbon(bytes)
  const found = frames.map((frame): Meaning => {
    if (direction === 'sent') return commandOf(frame.data)
    const answer = answerOf(frame)
    if (!answer) return { means: 'unknownFrame', detail: '' }
    return answer.answer === 'accepted'
      ? { means: 'accepted', detail: '' }
      : { means: 'refused', detail: `${answer.code} ${answer.why}` }
  })
  if (discardedBytes > 0) found.push({ means: 'noise', detail: `${discardedBytes}` })
  if (rest.length > 0) found.push({ means: 'unfinished', detail: `${rest.length}` })
  return found
}

/** The ping alone; a command's answer looks the same, so it is told by what was sent before it. */
export const isOnbonPing = (sent: Uint8Array): boolean =>
  decodeOnbon(sent).frames.every(({ data }) => data[0] === 0xa2 && data[1] === 0x00)

function commandOf(data: Uint8Array): Meaning {
  const [group, command] = data
  const body = data.subarray(5)
  if (group === 0xa2 && command === 0x00) return { means: 'ping', detail: '' }
  if (group === 0xa2 && command === 0x03) return { means: 'setTime', detail: '' }
  if (group === 0xa3 && command === 0x00) return { means: 'power', detail: '' }
  if (group === 0xa3 && command === 0x02) return { means: 'brightness', detail: `${body[1] ?? ''}` }
  const changes = group === 0xa3 && command === 0x06 ? readAreas(body) : undefined
  if (!changes) return { means: 'unknownFrame', detail: '' }
  const lines = changes.areas.flatMap((area) => area.lines)
  return changes.areas.length === 0
    ? { means: 'clearPanel', detail: '' }
    : { means: 'showText', detail: lines.join(' / ') }
}
