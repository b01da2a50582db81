import { PlusOutlined } from '@ant-design/icons'
import { Zone } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Empty, Input, Table, type TableProps } from 'antd'
import { problemsIn } from './draft.ts'
import { newId } from './new-id.ts'
import type { Part } from './part.ts'
import { RemoveButton } from './remove-button.tsx'
import { RowProblems } from './row-problems.tsx'

/** The zones, named in place; a zone something stands in cannot be removed. */
export function Zones({ hall, change, may, problems }: Part) {
  const { t } = useTexts()
  const { zones } = hall
  const used = (zoneId: string) => ({
    services: hall.services.filter((each) => each.zoneId === zoneId).length,
    counters: hall.counters.filter((each) => each.zoneId === zoneId).length,
  })
  const columns: TableProps<Zone>['columns'] = [
    {
      title: t('hall.zones.name'),
      key: 'name',
      render: (_, zone, at) => (
        <>
          <Input
            value={zone.name}
            disabled={!may}
            aria-label={t('hall.zones.name')}
            status={Zone.safeParse(zone).success ? '' : 'error'}
            onChange={({ target }) =>
              change({
                ...hall,
                zones: zones.map((each) => (each.id === zone.id ? { ...each, name: target.value } : each)),
              })
            }
          />
          <RowProblems problems={problemsIn(problems, `zones.${at}`)} />
        </>
      ),
    },
    {
      title: t('hall.zones.services'),
      key: 'services',
      width: 140,
      render: (_, { id }) => used(id).services,
    },
    {
      title: t('hall.zones.counters'),
      key: 'counters',
      width: 140,
      render: (_, { id }) => used(id).counters,
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 220,
      hidden: !may,
      render: (_, zone) =>
        used(zone.id).services + used(zone.id).counters > 0 ? (
          <span className="quiet">{t('hall.zones.inUse')}</span>
        ) : (
          <RemoveButton
            ask={t('hall.zones.removeAsk', { name: zone.name })}
            will={t('hall.zones.removeWill')}
            onRemove={() => change({ ...hall, zones: zones.filter(({ id }) => id !== zone.id) })}
          />
        ),
    },
  ]
  return (
    <>
      <div className="bar">
        <span className="quiet">{t('hall.zones.help')}</span>
        {may && (
          <Button
            className="bar-end"
            type="primary"
            icon={<PlusOutlined />}
            onClick={() =>
              change({ ...hall, zones: [...zones, { id: newId('z'), name: t('hall.zones.fresh') }] })
            }
          >
            {t('hall.zones.add')}
          </Button>
        )}
      </div>
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={zones}
        pagination={false}
        locale={{ emptyText: <Empty description={t('hall.zones.none')} /> }}
      />
    </>
  )
}
