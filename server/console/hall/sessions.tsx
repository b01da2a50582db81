import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input } from 'antd'
import { problemsIn } from './draft.ts'
import type { Part } from './part.ts'
import { SettingRow } from './setting-row.tsx'

const mostSessions = 6

/** When numbers are given; none set means all day. */
export function Sessions({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const { sessions } = hall.policy
  const put = (next: typeof sessions) => change({ ...hall, policy: { ...hall.policy, sessions: next } })
  const time = (at: number, end: 'from' | 'to') => (
    <Input
      inputMode="numeric"
      maxLength={5}
      placeholder={end === 'from' ? '08:30' : '12:00'}
      className="hall-time"
      disabled={!may}
      aria-label={t(`hall.sessions.${end}`, { n: at + 1 })}
      value={sessions[at]?.[end] ?? ''}
      status={problemsIn(problems, `policy.sessions.${at}`).length > 0 ? 'error' : ''}
      onChange={({ target }) =>
        put(sessions.map((each, i) => (i === at ? { ...each, [end]: target.value } : each)))
      }
    />
  )
  return (
    <SettingRow
      name={t('hall.policy.sessions.name')}
      help={t('hall.policy.sessions.help')}
      note={sessions.length === 0 ? t('hall.sessions.allDay') : ''}
      wrong={problemsIn(problems, 'policy.sessions').length > 0 ? t('hall.wrong.sessions') : ''}
    >
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
    </SettingRow>
  )
}
