import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type FloorCounter, faultsOf } from '../contract.ts'
import { CounterState } from './counter-state.tsx'
import { Enlarged } from './enlarged.tsx'
import { EvaluatorKeys } from './evaluator-keys.tsx'
import { FaultChips } from './fault-chips.tsx'
import { Icon } from './icon.tsx'
import { Keypad } from './keypad.tsx'
import { LedPanel } from './led-panel.tsx'
import { LiveScreen } from './live-screen.tsx'
import { usePress } from './use-press.ts'
import './counter-large.css'

interface Props {
  counter: FloorCounter
  busFaults: readonly string[]
  onClose(): void
}

/** One counter, large: its devices, whether its clerk is here, and the clerk's and the citizen's own screens. */
export function CounterLarge({ counter, busFaults, onClose }: Props) {
  const { t } = useTexts()
  const { act, press, note, disabled } = usePress(counter, busFaults)
  const { counterId, no, clerkName, services, panel, counterUrl, evaluatorUrl } = counter
  const here = counter.state !== 'closed'
  const screens = [
    { name: t('floor.counter.evaluatorPage'), url: evaluatorUrl, width: 1024, height: 600 },
    { name: t('floor.counter.counterPage'), url: counterUrl, width: 1366, height: 768 },
  ]
  return (
    <Enlarged title={t('floor.counter.no', { no })} shape="side" onClose={onClose}>
      <div className="counter-large">
        <LedPanel panel={panel} />
        <div className="counter-large-who">
          <CounterState counter={counter} note={note} />
          <p className="counter-large-services">
            <small>{t('floor.counter.services')}</small> {services.join(' · ')}
          </p>
          <button
            type="button"
            className={here ? 'floor-button' : 'floor-button floor-button-main'}
            disabled={disabled}
            onClick={() => act({ act: 'clerk', counterId, here: !here })}
          >
            {t(here ? 'floor.counter.leave' : 'floor.counter.arrive', { name: clerkName })}
          </button>
        </div>
        <div className="counter-large-devices">
          <Keypad counter={counter} disabled={disabled} ringed={null} faults={busFaults} onPress={press} />
          <EvaluatorKeys
            worded
            asking={counter.asking}
            disabled={disabled}
            ringed={false}
            onRate={(value) => act({ act: 'rate', counterId, value })}
          />
        </div>
        <section className="counter-large-faults" aria-label={t('floor.fault.switches')}>
          <b>{t('floor.counter.panel')}</b>
          <FaultChips
            device={`led:${counterId}`}
            name={t('floor.counter.panel')}
            faults={faultsOf.led}
            on={panel.faults}
          />
          <b>{t('floor.fault.bus')}</b>
          <FaultChips device="keypads" name={t('floor.fault.bus')} faults={faultsOf.keypads} on={busFaults} />
        </section>
        {screens.map(({ name, url, width, height }) => (
          <section key={name} className="counter-large-screen">
            <header>
              <h3>{name}</h3>
              <a className="floor-button" href={url} target="_blank" rel="noreferrer">
                {t('floor.newTab')}
                <Icon name="away" />
              </a>
            </header>
            <LiveScreen url={url} title={name} width={width} height={height} />
          </section>
        ))}
      </div>
    </Enlarged>
  )
}
