import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { FloorCounter } from '../contract.ts'
import { FaultBadge } from './fault-badge.tsx'
import { SevenSegments } from './seven-segments.tsx'
import type { Key } from './why-nothing.ts'
import './keypad.css'

/** The keys as they lie on the thing, the first beside the figures. */
const keys: readonly Key[] = ['callNext', 'recall', 'requestRating', 'giveUp', 'pause', 'hold', 'callBack']

interface Props {
  counter: FloorCounter
  disabled: boolean
  ringed: Key | null
  /** Of the line the keypads of all counters share. */
  faults: readonly string[]
  onPress(key: Key): void
}

/** The clerk's keypad: each press leaves it as the bytes a real one sends. */
export function Keypad({ counter, disabled, ringed, faults, onPress }: Props) {
  const { t } = useTexts()
  const { display, beeps } = counter.keypad
  return (
    <fieldset className="keypad" aria-label={t('floor.counter.keypad')}>
      <div className="keypad-display" key={beeps}>
        <SevenSegments display={display} />
        <FaultBadge faults={faults} />
      </div>
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          className={`keypad-key keypad-${key}${ringed === key ? ' floor-ringed' : ''}`}
          disabled={disabled}
          onClick={() => onPress(key)}
        >
          {t(`floor.counter.key.${key}`)}
        </button>
      ))}
    </fieldset>
  )
}
