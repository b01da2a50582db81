import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Input } from 'antd'
import { useState } from 'react'
import { Choice, Panel } from './panel.tsx'
import type { Desk } from './use-desk.ts'
import { useKeys } from './use-keys.ts'

const kinds = ['withoutPapers', 'withPapers', 'waiting'] as const

/** 挂起 in three kinds (T7): one digit is enough, a note may be written. */
export function HoldPanel({ view, desk }: { view: CounterView; desk: Desk }) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const number = view.current?.number ?? ''
  const hold = (kind: (typeof kinds)[number]) =>
    desk.ask({ command: 'hold', counterId: view.sign.counterId, kind, note: note.trim() }, 'hold', {
      tone: 'did',
      text: t('counter.did.held', { number }),
    })
  useKeys((key) => {
    const kind = kinds[Number(key) - 1]
    if (kind) hold(kind)
    return kind !== undefined
  })
  return (
    <Panel
      title={t('counter.hold.title', { number })}
      about={t('counter.hold.about')}
      onClose={() => desk.open(null)}
    >
      {kinds.map((kind, at) => (
        <Choice
          key={kind}
          digit={at + 1}
          first={at === 0}
          name={t(`counter.hold.${kind}`)}
          about={t(`counter.hold.${kind}About`)}
          onChoose={() => hold(kind)}
        />
      ))}
      <label htmlFor="hold-note">
        {t('counter.hold.note')}
        <Input.TextArea
          id="hold-note"
          value={note}
          rows={3}
          maxLength={100}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
    </Panel>
  )
}
