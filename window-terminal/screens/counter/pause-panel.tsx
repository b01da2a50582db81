import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Choice, Panel } from './panel.tsx'
import type { Desk } from './use-desk.ts'
import { useKeys } from './use-keys.ts'

const presets = ['break', 'lunch', 'meeting', 'copy', 'training', 'system'] as const

/** 暂停服务 always has a reason: a digit for the usual ones, or words. */
export function PausePanel({ view, desk }: { view: CounterView; desk: Desk }) {
  const { t } = useTexts()
  const [other, setOther] = useState('')
  const pause = (reason: string) =>
    desk.ask({ command: 'pauseCounter', counterId: view.sign.counterId, reason }, 'pause')
  useKeys((key) => {
    const preset = presets[Number(key) - 1]
    if (preset) pause(t(`counter.pause.reasons.${preset}`))
    return preset !== undefined
  })
  return (
    <Panel title={t('counter.pause.title')} about={t('counter.pause.about')} onClose={() => desk.open(null)}>
      {presets.map((preset, at) => (
        <Choice
          key={preset}
          digit={at + 1}
          first={at === 0}
          name={t(`counter.pause.reasons.${preset}`)}
          onChoose={() => pause(t(`counter.pause.reasons.${preset}`))}
        />
      ))}
      <form
        className="panel-row"
        onSubmit={(event) => {
          event.preventDefault()
          if (other.trim() !== '') pause(other.trim())
        }}
      >
        <Input
          value={other}
          maxLength={40}
          aria-label={t('counter.pause.other')}
          placeholder={t('counter.pause.other')}
          onChange={(event) => setOther(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={other.trim() === ''}>
          {t('counter.pause.confirm')}
        </Button>
      </form>
    </Panel>
  )
}
