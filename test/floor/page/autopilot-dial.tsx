import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import type { Floor } from '../contract.ts'
import { useAct } from './acts.tsx'
import { citizensAt, dialEnd, dialOf } from './dial.ts'

const choices = [60, 120, 300, 600] as const

/** Lets virtual citizens come by themselves, and says how many an hour. */
export function AutopilotDial({ autopilot }: { autopilot: Floor['autopilot'] }) {
  const { t } = useTexts()
  const { act, note, disabled } = useAct()
  const [turning, setTurning] = useState<number | null>(null)
  const { on } = autopilot
  const citizensPerHour = turning ?? autopilot.citizensPerHour
  const set = (change: Partial<Floor['autopilot']>) =>
    act({ act: 'autopilot', on, citizensPerHour, ...change })
  const letGo = () => {
    if (turning !== null) set({ citizensPerHour: turning })
    setTurning(null)
  }
  return (
    <section className={on ? 'autopilot autopilot-on' : 'autopilot'} aria-label={t('floor.autopilot.name')}>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        className="autopilot-switch"
        disabled={disabled}
        onClick={() => set({ on: !on })}
      >
        <i aria-hidden="true" />
        <span>
          <b>{t('floor.autopilot.name')}</b> {t(on ? 'floor.autopilot.on' : 'floor.autopilot.off')}
          <small>{note || t('floor.autopilot.about')}</small>
        </span>
      </button>
      <div className="autopilot-dial">
        <label>
          <span className="autopilot-rate">
            <b>{citizensPerHour}</b> {t('floor.autopilot.perHour')}
          </span>
          <input
            type="range"
            min={0}
            max={dialEnd}
            value={dialOf(citizensPerHour)}
            aria-label={t('floor.autopilot.rate')}
            aria-valuetext={`${citizensPerHour} ${t('floor.autopilot.perHour')}`}
            onChange={(event) => setTurning(citizensAt(event.target.valueAsNumber))}
            onPointerUp={letGo}
            onKeyUp={letGo}
            onBlur={letGo}
          />
        </label>
        <div className="autopilot-choices">
          {choices.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={citizensPerHour === choice}
              disabled={disabled}
              onClick={() => set({ citizensPerHour: choice })}
            >
              {choice}
            </button>
          ))}
        </div>
      </div>
    </section>
  )
}
