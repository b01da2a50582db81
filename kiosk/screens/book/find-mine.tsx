import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { No } from './no.tsx'

interface Props {
  asking: boolean
  refused: Reason | null
  onFind(typed: string): void
  onBack(): void
}

/** A booking already made, by its code. */
export function FindMine({ asking, refused, onFind, onBack }: Props) {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="book-find"
      onSubmit={(event) => {
        event.preventDefault()
        onFind(typed)
      }}
    >
      <div className="book-head">
        <button type="button" className="book-back" disabled={asking} onClick={onBack}>
          {t('book.back')}
        </button>
        <h2>{t('book.mine')}</h2>
      </div>
      {refused && <No reason={refused} />}
      <label htmlFor="book-code">{t('book.typeCode')}</label>
      <input
        id="book-code"
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        onChange={({ target }) => setTyped(target.value.toUpperCase())}
      />
      <button type="submit" className="book-main" disabled={asking || typed === ''}>
        {t(asking ? 'book.asking' : 'book.find')}
      </button>
    </form>
  )
}
