import type { Answer } from '@jiaohao/core/contract/socket.ts'
import { indicators } from '@jiaohao/core/queue/indicators.ts'
import { plainText } from '@jiaohao/core/queue/plain-text.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'

interface Props {
  level: Level
  onExplain(codes: string[], text: string): Promise<Answer>
  onDone(): void
}

const mostCharacters = 150

/** The national reasons of this mark and a line of one's own; leaving them out loses nothing. */
export function WhyThisMark({ level, onExplain, onDone }: Props) {
  const { t, refusal } = useTexts()
  const [codes, setCodes] = useState<string[]>([])
  const [text, setText] = useState('')
  const [skipped, setSkipped] = useState(false)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<Reason | null>(null)
  const left = mostCharacters - [...text.trim()].length
  const plain = text.trim() === '' || left < 0 || plainText(mostCharacters).safeParse(text).success
  const empty = codes.length === 0 && text.trim() === ''

  const send = async () => {
    setAsking(true)
    const answer = await onExplain(codes, text.trim())
    setAsking(false)
    if ('refused' in answer) setRefused(answer.refused)
    else onDone()
  }
  if (skipped) return null
  return (
    <fieldset className="phone-why" disabled={asking}>
      <legend>{t('phone.rate.why')}</legend>
      {indicators
        .filter((each) => each.level === level && !each.extension)
        .map(({ code, name }) => (
          <label key={code} lang="zh-CN">
            <input
              type="checkbox"
              checked={codes.includes(code)}
              onChange={({ target }) =>
                setCodes(target.checked ? [...codes, code] : codes.filter((each) => each !== code))
              }
            />
            {name}
          </label>
        ))}
      <label className="phone-why-text">
        {t('phone.rate.text')}
        <textarea rows={3} value={text} onChange={({ target }) => setText(target.value)} />
      </label>
      <p className={left < 0 || !plain ? 'phone-refused' : 'phone-why-left'} role="status">
        {refused
          ? refusal(refused)
          : !plain
            ? t('phone.rate.plain')
            : left < 0
              ? t('phone.rate.tooLong', { count: -left })
              : t('phone.rate.left', { count: left })}
      </p>
      <div className="phone-buttons">
        <button type="button" onClick={() => setSkipped(true)}>
          {t('phone.rate.skip')}
        </button>
        <button
          type="button"
          className="phone-main"
          disabled={empty || left < 0 || !plain}
          onClick={() => void send()}
        >
          {t('phone.rate.send')}
        </button>
      </div>
    </fieldset>
  )
}
