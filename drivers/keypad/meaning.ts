import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import type { MeaningOf } from '../transport/tap.ts'
import { decodeKeypad, type KeypadFrame } from './codec.ts'
import { digitsShown } from './digits.ts'
import { pressOf } from './presses.ts'
import type { KeypadProfile } from './profile.ts'

/** What bytes on a keypad line say, by its profile; every detail begins with the bus address. */
export function keypadMeaning(profile: KeypadProfile): MeaningOf {
  const decode = decodeKeypad(profile)
  return (direction, bytes) => {
    const { frames, rest, discardedBytes } = decode(bytes)
    const found = frames.map((frame) => (direction === 'sent' ? said(frame) : heard(frame)))
    if (discardedBytes > 0) found.push({ means: 'noise', detail: `${discardedBytes}` })
    if (rest.length > 0) found.push({ means: 'unfinished', detail: `${rest.length}` })
    return found
  }

  function heard(frame: KeypadFrame): Meaning {
    const press = pressOf(profile, frame)
    if (!press) return { means: 'unknownFrame', detail: `${frame.address}` }
    return press.kind === 'key'
      ? { means: `key${press.key[0]?.toUpperCase()}${press.key.slice(1)}`, detail: `${press.address}` }
      : { means: 'rating', detail: `${press.address} → ${press.level}` }
  }

  function said(frame: KeypadFrame): Meaning {
    const { address, function: code, data } = frame
    if (code === profile.digitsFunction) {
      return { means: 'digits', detail: `${address} → ${digitsShown(profile, data).replaceAll(' ', '_')}` }
    }
    if (code === profile.beepFunction) return { means: 'beep', detail: `${address}` }
    if (code === profile.keyFunction || code === profile.ratingAcknowledgedFunction) {
      return { means: 'acknowledged', detail: `${address}` }
    }
    return { means: 'unknownFrame', detail: `${address}` }
  }
}
