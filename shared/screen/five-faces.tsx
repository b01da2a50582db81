import { levels } from '@jiaohao/core/queue/indicators.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import { useTexts } from './texts.tsx'
import './five-faces.css'

interface Props {
  onPress(level: Level): void
  disabled?: boolean
  layout?: 'row' | 'column'
}

/** The five marks of 好差评: exact words, fixed order, equal targets, nothing preselected, drawn alike but for the mouth (E6). */
export function FiveFaces({ onPress, disabled = false, layout = 'row' }: Props) {
  const { t } = useTexts()
  return (
    <div className={`five-faces five-faces-${layout}`}>
      {levels.map(({ level }) => (
        <button
          key={level}
          type="button"
          className="five-faces-face"
          disabled={disabled}
          onClick={() => onPress(level)}
        >
          <Face level={level} />
          <span className="five-faces-name">{t(`levels.${level}`)}</span>
        </button>
      ))}
    </div>
  )
}

/** One drawn face; the mouth tells the mark and brows mark the outermost two, so it reads without colour. */
export function Face({ level }: { level: Level }) {
  return (
    <svg className="five-faces-drawing" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <circle cx="32" cy="32" r="29" />
      <path d={eyes[level]} />
      <path className={level === 5 ? 'five-faces-open' : undefined} d={mouths[level]} />
    </svg>
  )
}

const dots = 'M22 25v4M42 25v4'
const eyes: Record<Level, string> = {
  5: 'M17 28q5-7 10 0M37 28q5-7 10 0',
  4: dots,
  3: dots,
  2: dots,
  1: 'M16 20l9 4M48 20l-9 4M22 28v3M42 28v3',
}

const mouths: Record<Level, string> = {
  5: 'M17 37h30q-2 14-15 14t-15-14z',
  4: 'M19 39q13 13 26 0',
  3: 'M21 43h22',
  2: 'M20 47q12-10 24 0',
  1: 'M18 50q14-18 28 0',
}
