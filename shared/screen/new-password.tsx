import { passwordRule } from './password-rule.ts'
import { SignInField } from './sign-in-field.tsx'
import { useTexts } from './texts.tsx'

interface NewPassword {
  first?: boolean
  label: string
  password: string
  again: string
  onPassword(text: string): void
  onAgain(text: string): void
  problem: '' | 'weak' | 'differs'
}

/** A new password twice, with the rule in sight and ticked off while typing. */
export function NewPassword({ first, label, password, again, onPassword, onAgain, problem }: NewPassword) {
  const { t } = useTexts()
  const { longEnough, mixed } = passwordRule(password)
  const rows = [
    { text: t('signIn.rule.length'), met: longEnough },
    { text: t('signIn.rule.classes'), met: mixed },
  ]
  return (
    <>
      <SignInField
        first={first === true}
        label={label}
        value={password}
        onChange={onPassword}
        secret="new-password"
        problem={problem === 'weak' ? t('signIn.rule.weak') : ''}
      />
      <ul className="sign-in-rule" aria-label={t('signIn.rule.title')}>
        {rows.map(({ text, met }) => (
          <li key={text} data-met={met}>
            <span role="img" aria-label={t(met ? 'signIn.rule.met' : 'signIn.rule.open')}>
              {met ? '✓' : '○'}
            </span>
            {text}
          </li>
        ))}
      </ul>
      <SignInField
        label={t('signIn.setPassword.again')}
        value={again}
        onChange={onAgain}
        secret="new-password"
        problem={problem === 'differs' ? t('signIn.rule.differs') : ''}
      />
    </>
  )
}
