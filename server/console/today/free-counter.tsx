import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { useOnce } from '@jiaohao/screen/use-once.ts'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'

/** Closes a counter whose clerk has gone, after saying what becomes of whoever is there. */
export function FreeCounter({ sign }: { sign: TodayView['counters'][number] }) {
  const { t, refusal } = useTexts()
  const hub = useHub()
  const { message } = App.useApp()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const { underWay, once } = useOnce(() => void message.error(refusal('notSaved')))
  const somebody = sign.state === 'calling' || sign.state === 'serving'
  const free = () =>
    once(async () => {
      const { counterId } = sign
      const answer = await hub.send({ command: 'closeCounter', counterId, reason: reason.trim() })
      if ('refused' in answer) return void message.error(refusal(answer.refused))
      setAsked(false)
      setReason('')
    })
  return (
    <>
      <Button size="small" type="text" onClick={() => setAsked(true)}>
        {t('today.free.name')}
      </Button>
      {asked && (
        <Modal
          open
          title={t('today.free.title', { no: sign.no })}
          okText={t('today.free.name')}
          okButtonProps={{ danger: true, disabled: underWay || reason.trim() === '' }}
          onOk={free}
          onCancel={() => setAsked(false)}
        >
          <p>
            {t(`today.free.${somebody ? sign.state : 'empty'}`, { number: sign.number ?? '' })}{' '}
            {t('today.free.kept')}
          </p>
          <Input
            autoFocus
            value={reason}
            maxLength={40}
            aria-label={t('today.free.reason')}
            placeholder={t('today.free.reason')}
            onChange={({ target }) => setReason(target.value)}
          />
        </Modal>
      )}
    </>
  )
}
