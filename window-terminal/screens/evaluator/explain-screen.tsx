import { indicators } from '@jiaohao/core/queue/indicators.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useRef, useState } from 'react'
import './explain-screen.css'

interface Explain {
  level: Level
  problem: Reason | null
  onExplain(codes: string[], text: string): void
  onSkip(): void
}

const walkedAwayMs = 20_000

/** A low mark may say why; whoever walks away for 20 s keeps the mark as it is (E9). */
export function ExplainScreen({ level, problem, onExplain, onSkip }: Explain) {
  const { t } = useTexts()
  const [codes, setCodes] = useState<string[]>([])
  const [text, setText] = useState('')
  const [touches, setTouches] = useState(0)
  const skip = useRef(onSkip)
  skip.current = onSkip
  // biome-ignore lint/correctness/useExhaustiveDependencies: every touch starts the 20 s anew
  useEffect(() => {
    const timer = setTimeout(() => skip.current(), walkedAwayMs)
    return () => clearTimeout(timer)
  }, [touches])
  const touched = () => setTouches((count) => count + 1)
  const toggle = (code: string) =>
    setCodes(codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code])
  return (
    <form
      className="explain"
      onPointerDown={touched}
      onKeyDown={touched}
      onSubmit={(event) => {
        event.preventDefault()
        onExplain(codes, text)
      }}
    >
      <h1>
        <small>{t('evaluator.explain.kept', { level: t(`levels.${level}`) })}</small>
        {t('evaluator.explain.title')}
      </h1>
      <div className="explain-codes">
        {indicators
          .filter((each) => each.level === level)
          .map(({ code, name: reason }) => (
            <button key={code} type="button" aria-pressed={codes.includes(code)} onClick={() => toggle(code)}>
              <span aria-hidden="true">{codes.includes(code) ? '✓' : ''}</span>
              {reason}
            </button>
          ))}
      </div>
      <div className="explain-end">
        <div>
          <input
            value={text}
            aria-label={t('evaluator.explain.text')}
            placeholder={t('evaluator.explain.text')}
            aria-invalid={problem !== null}
            onChange={(event) => setText([...event.target.value].slice(0, 150).join(''))}
          />
          {problem && <p role="alert">{t('evaluator.explain.wrong')}</p>}
        </div>
        <button type="button" onClick={onSkip}>
          {t('evaluator.explain.skip')}
        </button>
        <button type="submit">{t('evaluator.explain.send')}</button>
      </div>
    </form>
  )
}
