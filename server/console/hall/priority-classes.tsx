import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input, Select } from 'antd'
import { problemsIn } from './draft.ts'
import { newId } from './new-id.ts'
import type { Part } from './part.ts'
import { SettingRow } from './setting-row.tsx'

const mostClasses = 12

/** Who is served first, as published; a clerk can grant none that is not in this list. */
export function PriorityClasses({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const { priorityClasses } = hall.policy
  const put = (next: typeof priorityClasses) =>
    change({ ...hall, policy: { ...hall.policy, priorityClasses: next } })
  const field = (at: number, name: 'name' | 'nameEn') => (
    <Input
      disabled={!may}
      value={priorityClasses[at]?.[name] ?? ''}
      placeholder={t(`hall.classes.${name}`)}
      aria-label={t(`hall.classes.${name}`)}
      status={problemsIn(problems, `policy.priorityClasses.${at}.${name}`).length > 0 ? 'error' : ''}
      onChange={({ target }) =>
        put(priorityClasses.map((each, i) => (i === at ? { ...each, [name]: target.value } : each)))
      }
    />
  )
  return (
    <SettingRow
      name={t('hall.policy.priorityClasses.name')}
      help={t('hall.policy.priorityClasses.help')}
      note={priorityClasses.length === 0 ? t('hall.classes.none') : ''}
      wrong={problemsIn(problems, 'policy.priorityClasses').length > 0 ? t('hall.wrong.priorityClasses') : ''}
    >
      <ul className="hall-rows">
        {priorityClasses.map(({ id }, at) => (
          <li key={id}>
            <Select
              className="hall-rank"
              disabled={!may}
              value={priorityClasses[at]?.rank ?? 1}
              aria-label={t('hall.classes.rank')}
              options={[1, 2, 3].map((rank) => ({ value: rank, label: t('hall.classes.rankOf', { rank }) }))}
              onChange={(rank: number) =>
                put(priorityClasses.map((each, i) => (i === at ? { ...each, rank } : each)))
              }
            />
            {field(at, 'name')}
            {field(at, 'nameEn')}
            {may && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('hall.remove')}
                onClick={() => put(priorityClasses.filter((each) => each.id !== id))}
              />
            )}
          </li>
        ))}
        {may && priorityClasses.length < mostClasses && (
          <li>
            <Button
              icon={<PlusOutlined />}
              onClick={() => put([...priorityClasses, { id: newId('p'), name: '', nameEn: '', rank: 1 }])}
            >
              {t('hall.classes.add')}
            </Button>
          </li>
        )}
      </ul>
    </SettingRow>
  )
}
