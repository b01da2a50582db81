import { routes } from '@jiaohao/core/contract/routes.ts'
import { useState } from 'react'
import { callRoute, isRefusal } from './call-route.ts'
import { NewPassword } from './new-password.tsx'
import { strongEnough } from './password-rule.ts'
import { SignInSheet } from './sign-in-sheet.tsx'
import { useTexts } from './texts.tsx'
import { useOnce } from './use-once.ts'

/** A one-time link sets a password; afterwards its owner signs in with it. */
export function SetPasswordForm({ token, onDone }: { token: string; onDone(news: string): void }) {
  const { t } = useTexts()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<'' | 'weak' | 'differs'>('')
  const [problem, setProblem] = useState('')
  const { underWay, once } = useOnce(() => setProblem(t('signIn.unreachable')))

  const save = async () => {
    const now = !strongEnough(password) ? 'weak' : password !== again ? 'differs' : ''
    setWrong(now)
    setProblem('')
    if (now) return
    const reply = await callRoute(routes.setPassword, { body: { token, password } })
    if (!isRefusal(reply)) return onDone(t('signIn.setPassword.done'))
    setProblem(t(reply.refused === 'invalid' ? 'signIn.setPassword.refused' : 'signIn.gone'))
  }

  return (
    <SignInSheet
      title={t('signIn.setPassword.title')}
      about={t('signIn.setPassword.about')}
      problem={problem}
      button={t('signIn.setPassword.button')}
      underWay={underWay}
      onSubmit={() => once(save)}
    >
      <NewPassword
        first
        label={t('signIn.setPassword.fresh')}
        {...{ password, again, onPassword: setPassword, onAgain: setAgain, problem: wrong }}
      />
    </SignInSheet>
  )
}
