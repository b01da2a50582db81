import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type FloorCounter, faultsOf } from '../contract.ts'
import { CounterState } from './counter-state.tsx'
import { EvaluatorKeys } from './evaluator-keys.tsx'
import { FaultMenu } from './fault-menu.tsx'
import type { Target } from './first-steps.ts'
import { Icon } from './icon.tsx'
import { Keypad } from './keypad.tsx'
import { LedPanel } from './led-panel.tsx'
import { usePress } from './use-press.ts'
import './counter-desk.css'

interface Props {
  counter: FloorCounter
  /** The keypads of all counters share one line. */
  busFaults: readonly string[]
  target: Extract<Target, { counterId: string }> | null
  onEnlarge(): void
}

/** One counter in the hall: its number, clerk and strip above, how it stands, keypad and evaluator on the desk. */
export function CounterDesk({ counter, busFaults, target, onEnlarge }: Props) {
  const { t } = useTexts()
  const { act, press, note, disabled } = usePress(counter, busFaults)
  const { counterId, no, clerkName, state, panel, asking } = counter
  const here = state !== 'closed'
  const name = t('floor.counter.no', { no })
  return (
    <article className={`counter-desk counter-is-${state}`} aria-label={name}>
      <div className="counter-sign">
        <p className="counter-who">
          <b>{no}</b>
          <span>{here ? clerkName : '—'}</span>
        </p>
        <LedPanel panel={panel} />
      </div>
      <header>
        <CounterState counter={counter} note={note} />
        <FaultMenu
          name={name}
          devices={[
            {
              device: `led:${counterId}`,
              name: t('floor.counter.panel'),
              faults: faultsOf.led,
              on: panel.faults,
            },
            { device: 'keypads', name: t('floor.fault.bus'), faults: faultsOf.keypads, on: busFaults },
          ]}
        />
        <button
          type="button"
          className="floor-button floor-button-square"
          aria-label={t('floor.counter.enlarge', { no })}
          onClick={onEnlarge}
        >
          <Icon name="enlarge" />
        </button>
      </header>
      {here ? (
        <div className="counter-devices">
          <Keypad
            counter={counter}
            disabled={disabled}
            ringed={
              target && target.control !== 'clerk' && target.control !== 'faces' ? target.control : null
            }
            faults={busFaults}
            onPress={press}
          />
          <EvaluatorKeys
            asking={asking}
            disabled={disabled}
            ringed={target?.control === 'faces'}
            onRate={(value) => act({ act: 'rate', counterId, value })}
          />
        </div>
      ) : (
        <div className="counter-empty">
          <p>{t('floor.counter.away')}</p>
          <button
            type="button"
            className={`floor-button floor-button-main${target?.control === 'clerk' ? ' floor-ringed' : ''}`}
            disabled={disabled}
            onClick={() => act({ act: 'clerk', counterId, here: true })}
          >
            {t('floor.counter.arrive', { name: clerkName })}
          </button>
        </div>
      )}
    </article>
  )
}
