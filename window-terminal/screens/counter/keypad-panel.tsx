import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Input, Switch } from 'antd'
import {
  asCode,
  doubledVerbs,
  type KeypadSettings,
  type KeypadVerb,
  keypadVerbs,
  verbOfCode,
} from './keypad-settings.ts'
import './keypad-panel.css'

export interface Keypad {
  settings: KeypadSettings
  /** The code that came last while this help stood open. */
  heard: string
  change(settings: KeypadSettings): void
}

/** A USB keypad at this computer: on or off, and what each of its codes does. While it is open the keys only show here. */
export function KeypadPanel({ keypad: { settings, heard, change } }: { keypad: Keypad }) {
  const { t } = useTexts()
  const doubled = doubledVerbs(settings)
  const means = verbOfCode(settings, heard)
  const set = (verb: KeypadVerb, typed: string) =>
    change({ ...settings, codes: { ...settings.codes, [verb]: asCode(typed) } })
  return (
    <section className="keypad-panel" aria-label={t('counter.keypad.title')}>
      <h3>
        {t('counter.keypad.title')}
        <Switch
          checked={settings.on}
          aria-label={t('counter.keypad.title')}
          onChange={(on) => change({ ...settings, on })}
        />
      </h3>
      <p>{t('counter.keypad.about')}</p>
      {settings.on && (
        <>
          <ul>
            {keypadVerbs.map((verb) => (
              <li key={verb}>
                <label htmlFor={`keypad-${verb}`}>
                  {verb === 'pause' ? t('counter.help.either') : t(`counter.verbs.${verb}`)}
                  <Input
                    id={`keypad-${verb}`}
                    value={settings.codes[verb]}
                    status={doubled.includes(verb) ? 'error' : ''}
                    placeholder={t('counter.keypad.none')}
                    autoComplete="off"
                    onChange={(event) => set(verb, event.target.value)}
                  />
                </label>
                {doubled.includes(verb) && (
                  <small role="alert">{t('counter.keypad.doubled', { code: settings.codes[verb] })}</small>
                )}
              </li>
            ))}
          </ul>
          <p className="keypad-heard" role="status">
            {heard === ''
              ? t('counter.keypad.press')
              : means
                ? t('counter.keypad.heard', { code: heard, verb: t(`counter.verbs.${means}`) })
                : t('counter.keypad.heardNone', { code: heard })}
          </p>
        </>
      )}
    </section>
  )
}
