import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useState } from 'react'
import { FloorMessage } from '../floor-message.tsx'
import { DaySeen } from './day-seen.tsx'
import { ReplayBar } from './replay-bar.tsx'
import { asked, type Trouble, useReplay } from './use-replay.ts'
import './replay.css'

type Days = { day: string; issued: number }[]

/** A past day of the hall, or today so far, seen again: from the journal alone, without touching the hall. */
export function ReplayPage() {
  const { t } = useTexts()
  const [days, setDays] = useState<Days | Trouble | null>(null)
  const [day, setDay] = useState<string | null>(null)
  useEffect(() => {
    void asked(routes.daysOnRecord).then((answer) => {
      if ('trouble' in answer) return setDays(answer.trouble)
      const { reply } = answer
      setDays(reply)
      setDay((reply.find(({ issued }) => issued > 0) ?? reply[0])?.day ?? null)
    })
  }, [])
  const title = t('floor.replay.title')
  useEffect(() => {
    document.title = title
  }, [title])

  if (days === null) return <FloorMessage title={t('floor.replay.opening')} todo="" waiting />
  if (!Array.isArray(days)) return <Failed trouble={days} />
  if (day === null) return <FloorMessage title={t('floor.replay.noDay')} todo={t('floor.replay.noDayTodo')} />
  return (
    <div className="replay">
      <ReplayBar days={days} day={day} onDay={setDay} />
      <OneDay key={day} day={day} />
    </div>
  )
}

function OneDay({ day }: { day: string }) {
  const { t } = useTexts()
  const replay = useReplay(day)
  switch (replay.is) {
    case 'asking':
      return <Progress text={t('floor.replay.opening')} />
    case 'reading':
      return (
        <Progress
          text={t('floor.replay.reading', { told: replay.told, of: replay.of })}
          share={replay.told / replay.of}
        />
      )
    case 'failed':
      return <Failed trouble={replay.trouble} />
    case 'here':
      return <DaySeen replay={replay.day} />
  }
}

function Progress({ text, share }: { text: string; share?: number }) {
  return (
    <p className="replay-progress" role="status">
      <progress {...(share !== undefined && { value: share })} max={1} aria-label={text} />
      {text}
    </p>
  )
}

function Failed({ trouble }: { trouble: Trouble }) {
  const { t, refusal } = useTexts()
  const title = trouble === 'unreachable' ? t('floor.replay.unreachable') : refusal(trouble.refused)
  return (
    <div className="replay-failed">
      <FloorMessage title={title} todo={t('floor.replay.failedTodo')} />
      <a className="floor-button" href="/floor/enter/demo?to=replay">
        {t('floor.replay.enter')}
      </a>
    </div>
  )
}
