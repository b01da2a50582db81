import { useTexts } from '@jiaohao/screen/texts.tsx'
import './letter-keys.css'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const mostTyped = 12

/** Initials by touch: a kiosk has no keyboard, and nobody has to know where one would appear. */
export function LetterKeys({ typed, onType }: { typed: string; onType(typed: string): void }) {
  const { t } = useTexts()
  return (
    <div className="letter-keys">
      {letters.map((letter) => (
        <button
          key={letter}
          type="button"
          disabled={typed.length >= mostTyped}
          onClick={() => onType(typed + letter)}
        >
          {letter}
        </button>
      ))}
      <button
        type="button"
        className="letter-keys-word"
        disabled={typed === ''}
        onClick={() => onType(typed.slice(0, -1))}
      >
        {t('guide.erase')}
      </button>
      <button type="button" className="letter-keys-word" disabled={typed === ''} onClick={() => onType('')}>
        {t('guide.clear')}
      </button>
    </div>
  )
}
