import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useAct } from './acts.tsx'
import { Icon } from './icon.tsx'
import './faults.css'

interface Props {
  /** `printer:kiosk1`, as the contract names devices. */
  device: string
  name: string
  faults: readonly string[]
  on: readonly string[]
}

/** One switch for each way a device can break. */
export function FaultChips({ device, name, faults, on }: Props) {
  const { t } = useTexts()
  const { act, note, disabled } = useAct()
  return (
    <fieldset className="fault-chips" aria-label={t('floor.fault.of', { name })}>
      {faults.map((fault) => (
        <button
          key={fault}
          type="button"
          role="switch"
          aria-checked={on.includes(fault)}
          disabled={disabled}
          onClick={() => act({ act: 'fault', device, fault, on: !on.includes(fault) })}
        >
          {on.includes(fault) && <Icon name="warn" />}
          {t(`floor.fault.${fault}`)}
        </button>
      ))}
      {note !== '' && <p role="status">{note}</p>}
    </fieldset>
  )
}
