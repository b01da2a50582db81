import { usualLanguage } from '@jiaohao/core/text/language.ts'
import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub, useLinkState, useLocal, useNow, useView } from '@jiaohao/screen/use-hub.tsx'
import { useEffect, useState } from 'react'
import { EvaluatorScreen } from './evaluator-screen.tsx'
import { useRating } from './use-rating.ts'

/** The counter this evaluator stands at: `?counter=`, or the first its station is bound to. */
export function EvaluatorPage() {
  const { t } = useTexts()
  const hub = useHub()
  const link = useLinkState()
  const [counterId, setCounterId] = useState(() => new URLSearchParams(location.search).get('counter'))
  const [unbound, setUnbound] = useState(false)
  const online = link.is === 'online'
  useEffect(() => {
    if (counterId !== null || !online) return
    let here = true
    hub.here().then(
      ({ station }) => {
        if (!here) return
        setCounterId(station?.counterIds[0] ?? null)
        setUnbound(station?.counterIds[0] === undefined)
      },
      (problem: unknown) => console.error('here', problem),
    )
    return () => {
      here = false
    }
  }, [hub, counterId, online])
  if (counterId !== null) return <AtCounter counterId={counterId} />
  return (
    <main className="evaluator evaluator-blank">
      <p role="status">{t(unbound ? 'evaluator.unbound' : 'evaluator.loading')}</p>
    </main>
  )
}

function AtCounter({ counterId }: { counterId: string }) {
  const { language, speak } = useTexts()
  const { on, turn } = useAccessible()
  const hub = useHub()
  const link = useLinkState()
  const local = useLocal()
  const nowMs = useNow(500)
  const { view } = useView({ view: 'evaluator', counterId })
  const { rating, press, explain, skip } = useRating(view?.sign.asking ?? null, nowMs, (command) =>
    hub.send(command),
  )
  const resting = rating.is === 'resting'
  useEffect(() => {
    if (!resting || (language === usualLanguage && !on)) return
    const timer = setTimeout(() => {
      speak(usualLanguage)
      turn(false)
    }, backToUsualMs)
    return () => clearTimeout(timer)
  }, [resting, language, speak, on, turn])
  return (
    <EvaluatorScreen
      {...{ view, rating, nowMs }}
      away={link.is === 'away' || local?.hub.is === 'away'}
      onPress={press}
      onExplain={explain}
      onSkip={skip}
    />
  )
}

/** The next citizen is not left with the last one's language and size. */
const backToUsualMs = 60_000
