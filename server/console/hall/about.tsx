import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Input } from 'antd'
import { aboutFields } from './changes.ts'
import { problemsIn } from './draft.ts'
import { useProblemWords } from './field-rule.ts'
import type { Part } from './part.ts'
import { SettingRow } from './setting-row.tsx'

/** What the hall is called, what its screens say to everybody, and where phones find it. */
export function About({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const words = useProblemWords()
  return (
    <div className="settings">
      {aboutFields.map((field) => {
        const [problem] = problemsIn(problems, field).map(({ said }) => ({ path: `about.${field}`, said }))
        const shared = {
          value: hall[field],
          disabled: !may,
          'aria-label': t(`hall.about.${field}.name`),
          ...(problem ? { status: 'error' as const } : {}),
        }
        return (
          <SettingRow
            key={field}
            name={t(`hall.about.${field}.name`)}
            help={t(`hall.about.${field}.help`)}
            wrong={problem ? words({ ...problem, path: field === 'name' ? 'hallName' : field }) : ''}
          >
            {field === 'notice' ? (
              <Input.TextArea
                {...shared}
                autoSize={{ minRows: 2, maxRows: 6 }}
                count={{ show: true, max: 200 }}
                onChange={({ target }) => change({ ...hall, notice: target.value })}
              />
            ) : (
              <Input {...shared} onChange={({ target }) => change({ ...hall, [field]: target.value })} />
            )}
          </SettingRow>
        )
      })}
    </div>
  )
}
