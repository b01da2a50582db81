import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Policy } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input } from 'antd'

const mostSessions = 6

type Sessions = Policy['sessions']

/** The sessions of a day, each from when to when. */
export function SessionRows({
  sessions,
  put,
  may,
  isWrong,
}: {
  sessions: Sessions
  put: (sessions: Sessions) => void
  may: boolean
  isWrong: (at: number) => boolean
}) {
  const { t } = useTexts()
  const time = (at: number, end: 'from' | 'to') => (
    <Input
      inputMode="numeric"
      maxLength={5}
      placeholder={end === 'from' ? '08:30' : '12:00'}
      className="hall-time"
      disabled={!may}
      aria-label={t(`hall.sessions.${end}`, { n: at + 1 })}
      value={sessions[at]?.[end] ?? ''}
      status={isWrong(at) ? 'error' : ''}
      onChange={({ target }) =>
        put(sessions.map((each, i) => (i === at ? { ...each, [end]: target.value } : each)))
      }
    />
  )
  return (
    <ul className="hall-rows">
      {sessions.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a session is its place in the list
        <li key={at}>
          {time(at, 'from')} – {time(at, 'to')}
          {may && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('hall.remove')}
              onClick={() => put(sessions.filter((_each, i) => i !== at))}
            />
          )}
        </li>
      ))}
      {may && sessions.length < mostSessions && (
        <li>
          <Button
            icon={<PlusOutlined />}
            onClick={() =>
              put([
                ...sessions,
                sessions.length === 0 ? { from: '08:30', to: '12:00' } : { from: '13:30', to: '17:30' },
              ])
            }
          >
            {t('hall.sessions.add')}
          </Button>
        </li>
      )}
    </ul>
  )
}
