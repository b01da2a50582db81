import { type KeyboardEvent, useId, useState } from 'react'
import { useTexts } from './texts.tsx'

interface Field {
  label: string
  value: string
  onChange(value: string): void
  /** What is wrong with it, in words; '' when nothing is. */
  problem?: string
  secret?: 'current-password' | 'new-password'
  autoComplete?: string
  first?: boolean
}

/** A labelled input that says what is wrong beside it, and shows a password when asked. */
export function SignInField({ label, value, onChange, problem = '', secret, autoComplete, first }: Field) {
  const { t } = useTexts()
  const id = useId()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const notice = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const told = problem || (secret && capsLock ? t('signIn.capsLock') : '')
  return (
    <div className="sign-in-field">
      <label htmlFor={id}>{label}</label>
      <div className="sign-in-input" data-wrong={problem !== ''}>
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: the page is this form, the clerk types at once
          autoFocus={first === true}
          type={secret && !shown ? 'password' : 'text'}
          value={value}
          maxLength={200}
          autoComplete={secret ?? autoComplete ?? 'off'}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={problem !== ''}
          aria-describedby={told ? `${id}-told` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onKeyUp={secret ? notice : undefined}
        />
        {secret && (
          <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'signIn.hide' : 'signIn.show')}
          </button>
        )}
      </div>
      {told && (
        <p id={`${id}-told`} className={problem ? 'sign-in-problem' : 'sign-in-hint'}>
          {told}
        </p>
      )}
    </div>
  )
}
