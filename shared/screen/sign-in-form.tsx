import { type Me, routes } from '@jiaohao/core/contract/routes.ts'
import { useState } from 'react'
import { callRoute, isRefusal } from './call-route.ts'
import { SignInField } from './sign-in-field.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'
import { useTexts } from './texts.tsx'
import { useOnce } from './use-once.ts'

/** Account and password; after five wrong tries it says how long the lock lasts. */
export function SignInForm({ onSignedIn, news }: { onSignedIn(me: Me): void; news: string }) {
  const { t, refusal } = useTexts()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const { underWay, once } = useOnce(() => setProblem(t('signIn.unreachable')))

  const signIn = async () => {
    if (login.trim() === '' || password === '') return setProblem(t('signIn.signIn.fill'))
    setProblem('')
    const reply = await callRoute(routes.signIn, { body: { login: login.trim().toLowerCase(), password } })
    if (!isRefusal(reply)) return onSignedIn(reply)
    setPassword('')
    if (reply.refused === 'tooMuch') setProblem(t('signIn.signIn.locked'))
    else if (reply.refused === 'notAllowed' || reply.refused === 'invalid')
      setProblem(t('signIn.signIn.wrong'))
    else setProblem(refusal(reply.refused))
  }

  return (
    <SignInSheet
      title={t('signIn.signIn.title')}
      about={news}
      problem={problem}
      button={t(underWay ? 'signIn.signIn.underWay' : 'signIn.signIn.button')}
      underWay={underWay}
      onSubmit={() => once(signIn)}
    >
      <SignInField
        first
        label={t('signIn.login')}
        value={login}
        onChange={setLogin}
        autoComplete="username"
      />
      <SignInField
        label={t('signIn.password')}
        value={password}
        onChange={setPassword}
        secret="current-password"
      />
    </SignInSheet>
  )
}
