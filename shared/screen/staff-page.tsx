import { type Me, routes } from '@jiaohao/core/contract/routes.ts'
import { staffTexts } from '@jiaohao/core/text/language.ts'
import { type ReactNode, StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { callRoute, isRefusal } from './call-route.ts'
import { type HubLink, openHub } from './hub.ts'
import { SignIn } from './sign-in.tsx'
import { openTexts, Texts, useTexts } from './texts.tsx'
import { HubProvider } from './use-hub.tsx'

interface Signed {
  me: Me
  /** Ends the session and shows the sign-in form. */
  leave(): void
}

/** Puts a staff page on its page: sign-in first, and one connection for as long as the session lives. */
export async function showStaffPage(screen: (signed: Signed) => ReactNode, placeKey: string): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  const texts = openTexts(await staffTexts())
  createRoot(root).render(
    <StrictMode>
      <Texts texts={texts}>
        <StaffSession screen={screen} placeKey={placeKey} />
      </Texts>
    </StrictMode>,
  )
}

type Session =
  | { is: 'asking' }
  /** No answer yet: the session may well be alive, so nobody is asked to sign in again. */
  | { is: 'unreachable' }
  | { is: 'out'; because: '' | 'signedOut' | 'protocol' }
  | { is: 'in'; me: Me }

const againAfterMs = 2_000

function StaffSession({ screen, placeKey }: { screen(signed: Signed): ReactNode; placeKey: string }) {
  const { t } = useTexts()
  const [session, setSession] = useState<Session>({ is: 'asking' })
  const [hub, setHub] = useState<HubLink | null>(null)
  const me = session.is === 'in' ? session.me : null

  useEffect(() => {
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () =>
      callRoute(routes.me).then(
        (reply) => {
          if (here) setSession(isRefusal(reply) ? { is: 'out', because: '' } : { is: 'in', me: reply })
        },
        () => {
          if (!here) return
          setSession({ is: 'unreachable' })
          timer = setTimeout(ask, againAfterMs)
        },
      )
    void ask()
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [])

  useEffect(() => {
    if (!me) return
    const link = openHub({})
    setHub(link)
    const stop = link.onState((state) => {
      if (state.is !== 'turnedAway') return
      setSession({ is: 'out', because: state.because === 'protocol' ? 'protocol' : 'signedOut' })
    })
    return () => {
      stop()
      link.close()
      setHub(null)
    }
  }, [me])

  if (session.is === 'asking') return null
  if (session.is === 'unreachable') {
    return (
      <p className="sign-in-unreachable" role="status">
        {t('signIn.connecting')}
      </p>
    )
  }
  const oneTimeLink = /^#(password|first)=/.test(location.hash)
  if (session.is === 'out' || oneTimeLink) {
    const because = session.is === 'out' ? session.because : ''
    return (
      <SignIn
        place={t(placeKey)}
        news={because === '' ? '' : t(`signIn.ended.${because}`)}
        onSignedIn={(next) => setSession({ is: 'in', me: next })}
      />
    )
  }
  if (!hub) return null
  const out = () => setSession({ is: 'out', because: '' })
  const leave = () => void callRoute(routes.signOut).then(out, out)
  return <HubProvider value={hub}>{screen({ me: session.me, leave })}</HubProvider>
}
