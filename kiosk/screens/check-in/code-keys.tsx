import { codeLength, codeLetters } from '@jiaohao/core/queue/booking-code.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './code-keys.css'

/** The letters codes are made of, and no others: what cannot be typed need not be corrected. */
export function CodeKeys({ typed, onType }: { typed: string; onType(typed: string): void }) {
  const { t } = useTexts()
  const full = typed.length >= codeLength
  return (
    <div className="code-keys">
      {[...codeLetters].map((letter) => (
        <button key={letter} type="button" disabled={full} onClick={() => onType(typed + letter)}>
          {letter}
        </button>
      ))}
      <button
        type="button"
        className="code-keys-word"
        disabled={typed === ''}
        onClick={() => onType(typed.slice(0, -1))}
      >
        {t('checkIn.erase')}
      </button>
      <button type="button" className="code-keys-word" disabled={typed === ''} onClick={() => onType('')}>
        {t('checkIn.clear')}
      </button>
    </div>
  )
}
