import { routes } from '@jiaohao/core/contract/routes.ts'
import { useEffect, useState } from 'react'
import { callRoute, type HttpRefusal, isRefusal } from './call-route.ts'
import { useTexts } from './texts.tsx'
import './why-words.css'

type Words = Record<string, string[]>

const againAfterMs = 3_000

/** Why a ticket was called when it was, in sentences to be read aloud; asked of the hub when shown. */
export function WhyWords({ ticketId }: { ticketId: string }) {
  const { language, refusal, t } = useTexts()
  const [turn, setTurn] = useState(0)
  const [answer, setAnswer] = useState<Words | HttpRefusal | 'asking' | 'unreachable'>('asking')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    let gone = false
    const put = (next: typeof answer) => {
      if (!gone) setAnswer(next)
    }
    callRoute(routes.ticketWhy, { params: { ticketId } }).then(
      (reply) => put(isRefusal(reply) ? reply : reply.words),
      () => put('unreachable'),
    )
    return () => {
      gone = true
    }
  }, [ticketId, turn])
  useEffect(() => {
    if (answer !== 'unreachable') return
    const timer = setTimeout(() => setTurn((n) => n + 1), againAfterMs)
    return () => clearTimeout(timer)
  }, [answer])
  if (answer === 'asking') return <p aria-busy="true">…</p>
  if (answer === 'unreachable') return <p role="alert">{t('pairing.away')}</p>
  if (isRefusal(answer)) return <p role="alert">{refusal(answer.refused)}</p>
  return (
    <div className="why-words">
      {(answer[language] ?? []).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
