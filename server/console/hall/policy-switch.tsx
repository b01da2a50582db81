import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Switch } from 'antd'
import { problemsIn } from './draft.ts'
import { useProblemWords } from './field-rule.ts'
import type { Part } from './part.ts'
import { SettingRow } from './setting-row.tsx'

/** A rule that holds or does not. */
export function PolicySwitch({
  hall,
  change,
  may,
  problems,
  row,
}: Part & { row: 'useCalendar' | 'stopWhenPastClosing' }) {
  const { t } = useTexts()
  const words = useProblemWords()
  const [problem] = problemsIn(problems, `policy.${row}`)
  return (
    <SettingRow
      name={t(`hall.policy.${row}.name`)}
      help={t(`hall.policy.${row}.help`)}
      wrong={problem ? words({ ...problem, path: row }) : ''}
    >
      <Switch
        checked={hall.policy[row]}
        disabled={!may}
        aria-label={t(`hall.policy.${row}.name`)}
        onChange={(on) => change({ ...hall, policy: { ...hall.policy, [row]: on } })}
      />
    </SettingRow>
  )
}
