import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons'
import type { Service } from '@jiaohao/core/queue/hall.ts'
import { noQuota } from '@jiaohao/core/queue/hall.ts'
import { usualWording } from '@jiaohao/core/text/wording.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Input, Switch, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Dot } from '../dot.tsx'
import { useNames } from '../hall-names.tsx'
import { problemsIn } from './draft.ts'
import { moved } from './moved.ts'
import { newId } from './new-id.ts'
import type { Part } from './part.ts'
import { RemoveButton } from './remove-button.tsx'
import { RowProblems } from './row-problems.tsx'
import { ServiceForm } from './service-form.tsx'

/** The services, in the order in which kiosks show them. */
export function Services({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const names = useNames()
  const [editing, setEditing] = useState<Service | null>(null)
  const [sought, setSought] = useState('')
  const { services } = hall
  const put = (next: Service) => {
    const known = services.some(({ id }) => id === next.id)
    change({
      ...hall,
      services: known ? services.map((each) => (each.id === next.id ? next : each)) : [...services, next],
    })
  }
  const remove = (gone: Service) =>
    change({
      ...hall,
      services: services.filter(({ id }) => id !== gone.id),
      counters: hall.counters.map((counter) => ({
        ...counter,
        serviceIds: counter.serviceIds.filter((id) => id !== gone.id),
      })),
    })
  const workedAt = (id: string) => hall.counters.filter(({ serviceIds }) => serviceIds.includes(id))
  const shown = services.filter(({ name, nameEn, department, prefix }) =>
    `${name} ${nameEn} ${department} ${prefix}`.toLowerCase().includes(sought.trim().toLowerCase()),
  )
  const columns: TableProps<Service>['columns'] = [
    { title: t('hall.service.prefix'), dataIndex: 'prefix', width: 84, render: (prefix) => <b>{prefix}</b> },
    {
      title: t('hall.service.name'),
      key: 'name',
      render: (_, service) => (
        <>
          <div>{service.name}</div>
          <small className="quiet">{service.nameEn}</small>
          <RowProblems problems={problemsIn(problems, `services.${services.indexOf(service)}`)} />
        </>
      ),
    },
    {
      title: t('hall.service.department'),
      dataIndex: 'department',
      width: 190,
      filters: [...new Set(services.map(({ department }) => department))].map((name) => ({
        text: name || t('hall.none'),
        value: name,
      })),
      onFilter: (name, { department }) => department === name,
    },
    { title: t('hall.zone'), dataIndex: 'zoneId', width: 104, render: names.zone },
    {
      title: t('hall.service.counters'),
      key: 'counters',
      width: 160,
      render: (_, { id }) => {
        const at = workedAt(id)
        return at.length > 0 ? (
          at.map(({ no }) => no).join('、')
        ) : (
          <span className="wrong">{t('hall.service.noCounter')}</span>
        )
      },
    },
    {
      title: t('hall.service.open'),
      dataIndex: 'open',
      width: 110,
      render: (open: boolean, service) =>
        !may ? (
          <Dot is={open ? 'good' : 'off'} text={t(open ? 'hall.service.isOpen' : 'hall.service.isShut')} />
        ) : (
          <Switch
            checked={open}
            aria-label={t('hall.service.openOf', { name: service.name })}
            checkedChildren={t('hall.service.isOpen')}
            unCheckedChildren={t('hall.service.isShut')}
            onChange={(next) => put({ ...service, open: next })}
          />
        ),
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 220,
      hidden: !may,
      render: (_, service) => {
        const at = services.indexOf(service)
        return (
          <>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={t('hall.up')}
              disabled={at === 0}
              onClick={() => change({ ...hall, services: moved(services, at, -1) })}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={t('hall.down')}
              disabled={at === services.length - 1}
              onClick={() => change({ ...hall, services: moved(services, at, 1) })}
            />
            <Button type="link" onClick={() => setEditing(service)}>
              {t('hall.edit')}
            </Button>
            <RemoveButton
              ask={t('hall.service.removeAsk', { name: service.name })}
              will={t('hall.service.removeWill', { n: workedAt(service.id).length })}
              onRemove={() => remove(service)}
            />
          </>
        )
      },
    },
  ]
  return (
    <>
      <div className="bar">
        <Input.Search
          className="hall-search"
          placeholder={t('hall.service.search')}
          allowClear
          onChange={({ target }) => setSought(target.value)}
        />
        <span className="quiet">{t('hall.service.help')}</span>
        {may && (
          <Button
            className="bar-end"
            type="primary"
            icon={<PlusOutlined />}
            onClick={() =>
              setEditing({
                id: newId('s'),
                name: '',
                nameEn: '',
                department: '',
                prefix: '',
                zoneId: hall.zones[0]?.id ?? '',
                bring: [],
                announcement: { ...usualWording },
                slots: [],
                open: true,
                identity: 'none',
                quota: noQuota,
              })
            }
          >
            {t('hall.service.add')}
          </Button>
        )}
      </div>
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={shown}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t(sought ? 'hall.notFound' : 'hall.service.none')} /> }}
      />
      {editing && (
        <ServiceForm
          service={editing}
          zones={hall.zones}
          problems={problemsIn(problems, `services.${services.findIndex(({ id }) => id === editing.id)}`)}
          close={() => setEditing(null)}
          put={put}
        />
      )}
    </>
  )
}
