import { Policy } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { InputNumber, Radio } from 'antd'
import { problemsIn } from './draft.ts'
import { useProblemWords } from './field-rule.ts'
import type { Part } from './part.ts'
import { groupNames, limitsOf, type NumberRow, policyDefaults, policyGroups } from './policy-rows.ts'
import { PolicySwitch } from './policy-switch.tsx'
import { PriorityClasses } from './priority-classes.tsx'
import { Sessions } from './sessions.tsx'
import { SettingRow } from './setting-row.tsx'
import { WeekdaySessions } from './weekday-sessions.tsx'

/** The rules that differ from place to place, each with what it does, its default and its limits. */
export function PolicyPart(part: Part) {
  const { t } = useTexts()
  return (
    <div className="settings">
      <h3>{t('hall.policyGroups.sessions')}</h3>
      <Sessions {...part} />
      <WeekdaySessions {...part} />
      <PolicySwitch {...part} row="useCalendar" />
      <PolicySwitch {...part} row="stopWhenPastClosing" />
      {groupNames.map((group) => (
        <section key={group}>
          <h3>{t(`hall.policyGroups.${group}`)}</h3>
          {group === 'priority' && <PriorityClasses {...part} />}
          {group === 'calling' && <ReturnTo {...part} />}
          {policyGroups[group].map((row) => (
            <PolicyNumber key={row} {...part} row={row} />
          ))}
        </section>
      ))}
    </div>
  )
}

/** Where a missed citizen who is back waits (T4). */
function ReturnTo({ hall, change, may }: Part) {
  const { t } = useTexts()
  return (
    <SettingRow name={t('hall.policy.returnTo.name')} help={t('hall.policy.returnTo.help')}>
      <Radio.Group
        disabled={!may}
        value={hall.policy.returnTo}
        options={Policy.shape.returnTo.unwrap().options.map((value) => ({
          value,
          label: t(`hall.returnTos.${value}`),
        }))}
        onChange={({ target }) =>
          change({ ...hall, policy: { ...hall.policy, returnTo: target.value as Policy['returnTo'] } })
        }
      />
    </SettingRow>
  )
}

function PolicyNumber({ hall, change, may, problems, row }: Part & { row: NumberRow }) {
  const { t } = useTexts()
  const words = useProblemWords()
  const { min, max } = limitsOf(row)
  const [problem] = problemsIn(problems, `policy.${row}`)
  const wrong = !problem
    ? ''
    : problem.said === ''
      ? t('hall.wrong.number', { min, max })
      : words({ ...problem, path: row })
  return (
    <SettingRow
      name={t(`hall.policy.${row}.name`)}
      help={t(`hall.policy.${row}.help`)}
      note={t('hall.defaultAndLimits', { value: policyDefaults[row], min, max })}
      wrong={wrong}
    >
      <InputNumber
        value={hall.policy[row]}
        disabled={!may}
        precision={0}
        aria-label={t(`hall.policy.${row}.name`)}
        status={problem ? 'error' : ''}
        suffix={t(`hall.policy.${row}.unit`)}
        // An emptied field is wrong until it holds a number again, never silently 0.
        onChange={(value) => change({ ...hall, policy: { ...hall.policy, [row]: value ?? Number.NaN } })}
      />
    </SettingRow>
  )
}
