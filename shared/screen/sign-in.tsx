import type { Me } from '@jiaohao/core/contract/routes.ts'
import { useEffect, useState } from 'react'
import { ClaimFirstForm } from './claim-first-form.tsx'
import { LanguageButtons } from './language-buttons.tsx'
import { SetPasswordForm } from './set-password-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import './sign-in.css'
import { useTexts } from './texts.tsx'

interface SignIn {
  onSignedIn(me: Me): void
  /** Which page this is, under the product's name. */
  place?: string
  /** Why somebody who was signed in stands here again. */
  news?: string
}

/** Staff sign in here; a one-time link `#password=…` or `#first=…` shows its own form first. */
export function SignIn({ onSignedIn, place = '', news = '' }: SignIn) {
  const { t } = useTexts()
  const [link, setLink] = useState(readLink)
  const [told, setTold] = useState('')
  useEffect(() => {
    const read = () => setLink(readLink())
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  const spent = () => {
    history.replaceState(null, '', location.pathname + location.search)
    setLink({ is: 'none' })
  }
  return (
    <main className="sign-in">
      <header>
        <strong>{t('signIn.product')}</strong>
        <span>{place}</span>
      </header>
      {link.is === 'none' && <SignInForm onSignedIn={onSignedIn} news={told || news} />}
      {link.is === 'password' && (
        <SetPasswordForm
          token={link.token}
          onDone={(done) => {
            spent()
            setTold(done)
          }}
        />
      )}
      {link.is === 'first' && (
        <ClaimFirstForm
          token={link.token}
          onSignedIn={(me) => {
            spent()
            onSignedIn(me)
          }}
        />
      )}
      <footer>
        <LanguageButtons />
      </footer>
    </main>
  )
}

type Link = { is: 'none' } | { is: 'password' | 'first'; token: string }

function readLink(): Link {
  const found = /^#(password|first)=(.{1,100})$/.exec(location.hash)
  const kind = found?.[1]
  return kind === 'password' || kind === 'first' ? { is: kind, token: found?.[2] ?? '' } : { is: 'none' }
}
