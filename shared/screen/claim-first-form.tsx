import { type Me, routes } from '@jiaohao/core/contract/routes.ts'
import { useState } from 'react'
import { callRoute, isRefusal } from './call-route.ts'
import { NewPassword } from './new-password.tsx'
import { strongEnough } from './password-rule.ts'
import { SignInField } from './sign-in-field.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'
import { useTexts } from './texts.tsx'
import { useOnce } from './use-once.ts'

type Wrong = '' | 'login' | 'name' | 'weak' | 'differs'

/** The link a new hall prints once makes its first administrator. */
export function ClaimFirstForm({ token, onSignedIn }: { token: string; onSignedIn(me: Me): void }) {
  const { t } = useTexts()
  const [login, setLogin] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<Wrong>('')
  const [problem, setProblem] = useState('')
  const { underWay, once } = useOnce(() => setProblem(t('signIn.unreachable')))

  const claim = async () => {
    const now = wrongIn(login, name, password, again)
    setWrong(now)
    setProblem('')
    if (now) return
    const reply = await callRoute(routes.claimFirst, { body: { token, login, name: name.trim(), password } })
    if (!isRefusal(reply)) return onSignedIn(reply)
    const path = reply.problems[0]?.path ?? ''
    if (reply.refused !== 'invalid') setProblem(t('signIn.gone'))
    else setWrong(path.includes('login') ? 'login' : path.includes('name') ? 'name' : 'weak')
  }

  return (
    <SignInSheet
      title={t('signIn.first.title')}
      about={t('signIn.first.about')}
      problem={problem}
      button={t('signIn.first.button')}
      underWay={underWay}
      onSubmit={() => once(claim)}
    >
      <SignInField
        first
        label={t('signIn.login')}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        problem={wrong === 'login' ? t('signIn.wrongLogin') : ''}
      />
      <SignInField
        label={t('signIn.first.name')}
        value={name}
        onChange={setName}
        autoComplete="name"
        problem={wrong === 'name' ? t('signIn.wrongName') : ''}
      />
      <NewPassword
        label={t('signIn.password')}
        {...{ password, again, onPassword: setPassword, onAgain: setAgain }}
        problem={wrong === 'weak' || wrong === 'differs' ? wrong : ''}
      />
    </SignInSheet>
  )
}

function wrongIn(login: string, name: string, password: string, again: string): Wrong {
  if (!/^[a-z0-9._-]{2,32}$/.test(login)) return 'login'
  const length = [...name.trim()].length
  if (length < 1 || length > 30) return 'name'
  if (!strongEnough(password)) return 'weak'
  return password === again ? '' : 'differs'
}
