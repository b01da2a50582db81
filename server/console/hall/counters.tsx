import { PlusOutlined } from '@ant-design/icons'
import type { Counter } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Table, type TableProps, Tag } from 'antd'
import { useState } from 'react'
import { useNames } from '../hall-names.tsx'
import { byText } from '../sorting.ts'
import { CounterForm } from './counter-form.tsx'
import { problemsIn } from './draft.ts'
import { newId } from './new-id.ts'
import type { Part } from './part.ts'
import { RemoveButton } from './remove-button.tsx'
import { RowProblems } from './row-problems.tsx'

/** The counters, with the services each one works. */
export function Counters({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const names = useNames()
  const [editing, setEditing] = useState<Counter | null>(null)
  const { counters } = hall
  const service = (id: string) => hall.services.find((each) => each.id === id)
  const put = (next: Counter) => {
    const known = counters.some(({ id }) => id === next.id)
    change({
      ...hall,
      counters: known ? counters.map((each) => (each.id === next.id ? next : each)) : [...counters, next],
    })
  }
  const columns: TableProps<Counter>['columns'] = [
    {
      title: t('hall.counter.no'),
      key: 'no',
      width: 150,
      sorter: (a, b) => byText(a.no, b.no),
      render: (_, counter) => (
        <>
          <b>{t('hall.counter.called', { no: counter.no })}</b>
          <RowProblems problems={problemsIn(problems, `counters.${counters.indexOf(counter)}`)} />
        </>
      ),
    },
    {
      title: t('hall.zone'),
      dataIndex: 'zoneId',
      width: 150,
      render: names.zone,
      filters: hall.zones.map(({ id, name }) => ({ text: name, value: id })),
      onFilter: (id, { zoneId }) => zoneId === id,
    },
    {
      title: t('hall.counter.services'),
      key: 'services',
      filters: hall.services.map(({ id, name }) => ({ text: name, value: id })),
      filterSearch: true,
      onFilter: (id, { serviceIds }) => serviceIds.includes(String(id)),
      render: (_, { serviceIds }) =>
        serviceIds.length === 0 ? (
          <span className="wrong">{t('hall.counter.noService')}</span>
        ) : (
          <span className="hall-tags">
            {serviceIds.map((id) => (
              <Tag key={id}>
                <b>{service(id)?.prefix}</b> {service(id)?.name ?? id}
              </Tag>
            ))}
          </span>
        ),
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 170,
      hidden: !may,
      render: (_, counter) => (
        <>
          <Button type="link" onClick={() => setEditing(counter)}>
            {t('hall.edit')}
          </Button>
          <RemoveButton
            ask={t('hall.counter.removeAsk', { no: counter.no })}
            will={t('hall.counter.removeWill')}
            onRemove={() => change({ ...hall, counters: counters.filter(({ id }) => id !== counter.id) })}
          />
        </>
      ),
    },
  ]
  return (
    <>
      <div className="bar">
        <span className="quiet">{t('hall.counter.help')}</span>
        {may && (
          <Button
            className="bar-end"
            type="primary"
            icon={<PlusOutlined />}
            onClick={() =>
              setEditing({
                id: newId('c'),
                no: '',
                zoneId: hall.zones[0]?.id ?? '',
                serviceIds: [],
                choosing: 'together',
                terms: [],
                reserveMinutes: 0,
                low: false,
              })
            }
          >
            {t('hall.counter.add')}
          </Button>
        )}
      </div>
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={counters}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t('hall.counter.none')} /> }}
      />
      {editing && (
        <CounterForm
          counter={editing}
          hall={hall}
          problems={problemsIn(problems, `counters.${counters.findIndex(({ id }) => id === editing.id)}`)}
          close={() => setEditing(null)}
          put={put}
        />
      )}
    </>
  )
}
