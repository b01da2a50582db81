import { AlertOutlined, PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { useOnce } from '@jiaohao/screen/use-once.ts'
import { Alert, App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import './emergency.css'

/** What a supervisor stops the hall with; each names what it will do before it does it. */
export function Emergency({ view, may }: { view: TodayView; may: boolean }) {
  const { t, refusal } = useTexts()
  const hub = useHub()
  const { message } = App.useApp()
  const [asked, setAsked] = useState<'pauseHall' | 'evacuate' | 'resumeHall' | null>(null)
  const [reason, setReason] = useState('')
  const { underWay, once } = useOnce(() => void message.error(refusal('notSaved')))
  const { standing } = view.hall

  const send = () => {
    const command: Command | null =
      asked === 'pauseHall' ? { command: asked, reason: reason.trim() } : asked && { command: asked }
    if (!command) return
    once(async () => {
      const answer = await hub.send(command)
      if ('refused' in answer) return void message.error(refusal(answer.refused))
      setAsked(null)
      setReason('')
    })
  }

  return (
    <>
      {standing.is !== 'open' && (
        <Alert
          type={standing.is === 'evacuated' ? 'error' : 'warning'}
          showIcon
          className="today-standing"
          title={
            standing.is === 'evacuated'
              ? t('today.emergency.evacuated')
              : t('today.emergency.paused', { reason: standing.reason })
          }
          description={t('today.emergency.kept')}
        />
      )}
      {may && (
        <div className="today-emergency">
          {standing.is !== 'open' && (
            <Button type="primary" icon={<PlayCircleOutlined />} onClick={() => setAsked('resumeHall')}>
              {t('today.emergency.resumeHall.name')}
            </Button>
          )}
          {standing.is === 'open' && (
            <Button icon={<PauseCircleOutlined />} onClick={() => setAsked('pauseHall')}>
              {t('today.emergency.pauseHall.name')}
            </Button>
          )}
          {standing.is !== 'evacuated' && (
            <Button danger icon={<AlertOutlined />} onClick={() => setAsked('evacuate')}>
              {t('today.emergency.evacuate.name')}
            </Button>
          )}
        </div>
      )}
      {asked && (
        <Modal
          open
          title={t(`today.emergency.${asked}.name`)}
          okText={t(`today.emergency.${asked}.confirm`)}
          okButtonProps={{
            danger: asked !== 'resumeHall',
            disabled: underWay || (asked === 'pauseHall' && reason.trim() === ''),
          }}
          onOk={send}
          onCancel={() => setAsked(null)}
        >
          <p>{t(`today.emergency.${asked}.does`)}</p>
          {asked === 'pauseHall' && (
            <Input
              autoFocus
              value={reason}
              maxLength={40}
              aria-label={t('today.emergency.reason')}
              placeholder={t('today.emergency.reason')}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Modal>
      )}
    </>
  )
}
