import type { CardProblem } from '@jiaohao/core/contract/presented.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { usePresented } from '@jiaohao/screen/use-hub.tsx'
import { useEffect, useState } from 'react'
import './card-strip.css'

const shownMs = 8_000

/** A card that told nothing: said over whatever is shown, until another is laid on or eight seconds have passed. */
export function CardStrip() {
  const { t } = useTexts()
  const [problem, setProblem] = useState<{ why: CardProblem } | null>(null)
  usePresented((what) => setProblem(what.kind === 'cardProblem' ? { why: what.why } : null))
  useEffect(() => {
    if (!problem) return
    const timer = setTimeout(() => setProblem(null), shownMs)
    return () => clearTimeout(timer)
  }, [problem])
  if (!problem) return null
  return (
    <p className="card-strip" role="alert">
      {t(`kiosk.card.${problem.why}`)}
    </p>
  )
}
