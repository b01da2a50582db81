import { DeleteOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Select } from 'antd'
import { problemsIn } from './draft.ts'
import { useProblemWords } from './field-rule.ts'
import type { Part } from './part.ts'
import { SessionRows } from './session-rows.tsx'
import { SettingRow } from './setting-row.tsx'

/** Weekdays with hours of their own; the others keep the hall's. */
export function WeekdaySessions({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const words = useProblemWords()
  const { weekdaySessions } = hall.policy
  const put = (next: typeof weekdaySessions) =>
    change({
      ...hall,
      policy: { ...hall.policy, weekdaySessions: next.toSorted((a, b) => a.weekday - b.weekday) },
    })
  const [problem] = problemsIn(problems, 'policy.weekdaySessions')
  const names = t('appointments.plan.weekdays').split(' ')
  const free = names
    .map((label, i) => ({ label, value: i + 1 }))
    .filter(({ value }) => weekdaySessions.every(({ weekday }) => weekday !== value))
  return (
    <SettingRow
      name={t('hall.policy.weekdaySessions.name')}
      help={t('hall.policy.weekdaySessions.help')}
      wrong={!problem ? '' : problem.said === '' ? t('hall.wrong.sessions') : words(problem)}
    >
      <ul className="hall-weekdays">
        {weekdaySessions.map(({ weekday, sessions }, at) => (
          <li key={weekday}>
            <div className="hall-weekday">
              <strong>{names[weekday - 1]}</strong>
              {sessions.length === 0 && <span className="quiet">{t('hall.sessions.shut')}</span>}
              {may && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  onClick={() => put(weekdaySessions.filter((each) => each.weekday !== weekday))}
                >
                  {t('hall.sessions.asUsual')}
                </Button>
              )}
            </div>
            <SessionRows
              sessions={sessions}
              put={(next) =>
                put(weekdaySessions.map((each, i) => (i === at ? { ...each, sessions: next } : each)))
              }
              may={may}
              isWrong={(i) => problemsIn(problems, `policy.weekdaySessions.${at}.sessions.${i}`).length > 0}
            />
          </li>
        ))}
      </ul>
      {may && free.length > 0 && (
        <Select
          className="hall-weekday-add"
          value={null}
          placeholder={t('hall.sessions.addWeekday')}
          aria-label={t('hall.sessions.addWeekday')}
          options={free}
          onChange={(weekday: number | null) =>
            weekday !== null && put([...weekdaySessions, { weekday, sessions: hall.policy.sessions }])
          }
        />
      )}
    </SettingRow>
  )
}
