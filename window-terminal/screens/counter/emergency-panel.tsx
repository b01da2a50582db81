import type { Command } from '@jiaohao/core/queue/command.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Choice, Panel } from './panel.tsx'
import type { Desk } from './use-desk.ts'
import { useKeys } from './use-keys.ts'

/** 紧急: call for help at this counter; a supervisor also stops the whole hall, after reading what that does. */
export function EmergencyPanel({ view, desk, leads }: { view: CounterView; desk: Desk; leads: boolean }) {
  const { t } = useTexts()
  const [asked, setAsked] = useState<'pause' | 'leave' | null>(null)
  const [reason, setReason] = useState('')
  const { counterId } = view.sign
  const send = (command: Command) => desk.ask(command, command.command)
  const stop = () =>
    send(asked === 'leave' ? { command: 'evacuate' } : { command: 'pauseHall', reason: reason.trim() })
  const { standing, helpSinceMs } = view
  const choices: { name: string; does?: string; choose: () => void }[] = [
    helpSinceMs === null
      ? { name: 'help.name', does: 'help.does', choose: () => send({ command: 'askHelp', counterId }) }
      : { name: 'endHelp', choose: () => send({ command: 'endHelp', counterId }) },
    ...(leads && standing.is === 'open' ? [{ name: 'pause.title', choose: () => setAsked('pause') }] : []),
    ...(leads && standing.is !== 'evacuated'
      ? [{ name: 'leave.title', choose: () => setAsked('leave') }]
      : []),
    ...(leads && standing.is !== 'open'
      ? [{ name: 'resume', choose: () => send({ command: 'resumeHall' }) }]
      : []),
  ]
  useKeys((key) => {
    const chosen = asked === null && choices[Number(key) - 1]
    if (chosen) chosen.choose()
    return chosen !== false && chosen !== undefined
  })
  if (asked) {
    return (
      <Panel
        title={t(`counter.emergency.${asked}.title`)}
        about={t(`counter.emergency.${asked}.does`)}
        onClose={() => setAsked(null)}
      >
        {asked === 'pause' && (
          <Input
            value={reason}
            maxLength={40}
            aria-label={t('counter.emergency.reason')}
            placeholder={t('counter.emergency.reason')}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        <Button
          danger
          type="primary"
          size="large"
          disabled={asked === 'pause' && reason.trim() === ''}
          onClick={stop}
        >
          {t(`counter.emergency.${asked}.confirm`)}
        </Button>
        <Button size="large" onClick={() => setAsked(null)}>
          {t('counter.emergency.not')}
        </Button>
      </Panel>
    )
  }
  return (
    <Panel
      title={t('counter.emergency.title')}
      about={t('counter.emergency.about')}
      onClose={() => desk.open(null)}
    >
      {choices.map(({ name, does, choose }, at) => (
        <Choice
          key={name}
          digit={at + 1}
          first={at === 0}
          name={t(`counter.emergency.${name}`)}
          {...(does && { about: t(`counter.emergency.${does}`) })}
          onChoose={choose}
        />
      ))}
    </Panel>
  )
}
