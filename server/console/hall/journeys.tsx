import { PlusOutlined } from '@ant-design/icons'
import type { Journey } from '@jiaohao/core/queue/journey.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Table, type TableProps, Tag } from 'antd'
import { useState } from 'react'
import { problemsIn } from './draft.ts'
import { JourneyForm } from './journey-form.tsx'
import { newId } from './new-id.ts'
import type { Part } from './part.ts'
import { RemoveButton } from './remove-button.tsx'
import { RowProblems } from './row-problems.tsx'

/** The joint journeys 一件事联办: one number, several services. */
export function Journeys({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const [editing, setEditing] = useState<Journey | null>(null)
  const { journeys } = hall
  const put = (next: Journey[]) => change({ ...hall, journeys: next })
  const nameOf = (id: string) => hall.services.find((each) => each.id === id)?.name ?? id
  const columns: TableProps<Journey>['columns'] = [
    {
      title: t('hall.journeys.prefix'),
      dataIndex: 'prefix',
      width: 110,
      render: (text: string) => <b>{text}</b>,
    },
    {
      title: t('hall.journeys.name'),
      key: 'name',
      render: (_, { name, open }, at) => (
        <>
          {name} {!open && <Tag>{t('hall.service.isShut')}</Tag>}
          <RowProblems problems={problemsIn(problems, `journeys.${at}`)} />
        </>
      ),
    },
    {
      title: t('hall.journeys.path'),
      key: 'path',
      render: (_, { stages }) =>
        stages
          .map((stage) => stage.map(nameOf).join(t('hall.journeys.together')))
          .join(t('hall.journeys.onward')),
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 180,
      hidden: !may,
      render: (_, journey) => (
        <>
          <Button type="link" onClick={() => setEditing(journey)}>
            {t('hall.edit')}
          </Button>
          <RemoveButton
            ask={t('hall.journeys.removeAsk', { name: journey.name })}
            will={t('hall.journeys.removeWill')}
            onRemove={() => put(journeys.filter(({ id }) => id !== journey.id))}
          />
        </>
      ),
    },
  ]
  const at = editing ? journeys.findIndex(({ id }) => id === editing.id) : -1
  return (
    <>
      <div className="bar">
        <span className="quiet">{t('hall.journeys.help')}</span>
        {may && (
          <Button
            className="bar-end"
            type="primary"
            icon={<PlusOutlined />}
            onClick={() =>
              setEditing({ id: newId('j'), name: '', nameEn: '', prefix: '', stages: [[]], open: true })
            }
          >
            {t('hall.journeys.add')}
          </Button>
        )}
      </div>
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={journeys}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t('hall.journeys.none')} /> }}
      />
      {editing && (
        <JourneyForm
          journey={editing}
          hall={hall}
          problems={at < 0 ? [] : problemsIn(problems, `journeys.${at}`)}
          close={() => setEditing(null)}
          put={(next) => put(at < 0 ? [...journeys, next] : journeys.with(at, next))}
        />
      )}
    </>
  )
}
