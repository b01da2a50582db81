import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import iconv from 'iconv-lite'
import type { MeaningOf } from '../../transport/tap.ts'
import {
  decodeReplies,
  decodeSyn6288,
  encodeSyn6288,
  QUERY,
  queryFrame,
  replyByte,
  SAY,
  STOP,
  type Syn6288Frame,
  type Syn6288Reply,
} from './codec.ts'

/** What bytes on a speech board's line say, for a technician. */
export const syn6288Meaning: MeaningOf = (direction, bytes) => {
  const { means, discardedBytes } = direction === 'sent' ? told(bytes) : answered(bytes)
  return discardedBytes > 0 ? [...means, { means: 'noise', detail: `${discardedBytes}` }] : means
}

/** The heartbeat: asked only to see whether the board lives. */
export const isSyn6288Query = (sent: Uint8Array): boolean => Buffer.compare(sent, query) === 0

const query = encodeSyn6288(queryFrame)

function told(bytes: Uint8Array) {
  const { frames, rest, discardedBytes } = decodeSyn6288(bytes)
  return { means: frames.map(meaningOf), discardedBytes: discardedBytes + rest.length }
}

function meaningOf({ command, data }: Syn6288Frame): Meaning {
  switch (command) {
    case SAY:
      return { means: 'text', detail: iconv.decode(Buffer.from(data.subarray(1)), 'gb2312') }
    case STOP:
      return { means: 'stopSpeaking', detail: '' }
    case QUERY:
      return { means: 'ping', detail: '' }
    default:
      return { means: 'unknownFrame', detail: `${command}` }
  }
}

/** `4F` as its hexadecimal name: the board's manual knows no other. */
function reply(said: Syn6288Reply): Meaning {
  switch (said) {
    case 'frameOk':
      return { means: 'accepted', detail: '' }
    case 'frameBad':
      return { means: 'refused', detail: '' }
    case 'ready':
    case 'busy':
    case 'idle':
      return { means: 'statusByte', detail: replyByte(said).toString(16).toUpperCase() }
  }
}

function answered(bytes: Uint8Array) {
  const { frames, discardedBytes } = decodeReplies(bytes)
  return { means: frames.map(reply), discardedBytes }
}
