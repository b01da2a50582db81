import { useTexts } from '@jiaohao/screen/texts.tsx'
import { problemsIn } from './draft.ts'
import type { Part } from './part.ts'
import { SessionRows } from './session-rows.tsx'
import { SettingRow } from './setting-row.tsx'

/** When numbers are given; none set means all day. */
export function Sessions({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const { sessions } = hall.policy
  return (
    <SettingRow
      name={t('hall.policy.sessions.name')}
      help={t('hall.policy.sessions.help')}
      note={sessions.length === 0 ? t('hall.sessions.allDay') : ''}
      wrong={problemsIn(problems, 'policy.sessions').length > 0 ? t('hall.wrong.sessions') : ''}
    >
      <SessionRows
        sessions={sessions}
        put={(next) => change({ ...hall, policy: { ...hall.policy, sessions: next } })}
        may={may}
        isWrong={(at) => problemsIn(problems, `policy.sessions.${at}`).length > 0}
      />
    </SettingRow>
  )
}
