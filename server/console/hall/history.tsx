import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { useAsked } from '../asked.ts'
import { useDoing } from '../doing.ts'
import { useHall, useHallClock } from '../hall-names.tsx'
import { Told } from '../told.tsx'
import { useWho } from '../who.ts'

type Version = { version: number; atMs: number; who: string }

/** Earlier set-ups. Restoring makes an old one the newest, so restoring can itself be undone. */
export function History({ again, unsaved }: { again: () => void; unsaved: boolean }) {
  const { t } = useTexts()
  const clock = useHallClock()
  const { who } = useWho()
  const { version: current } = useHall()
  const versions = useAsked(routes.hallVersions)
  const { busy, run } = useDoing()
  const restore = async (version: number) => {
    const outcome = await run(
      routes.restoreHall,
      { params: { version } },
      t('hall.history.restored', { version }),
    )
    if (!('done' in outcome)) return
    again()
    versions.again()
  }
  const columns: TableProps<Version>['columns'] = [
    {
      title: t('hall.history.version'),
      dataIndex: 'version',
      width: 160,
      render: (version: number) => (
        <>
          <b>{version}</b> {version === current && <Tag color="blue">{t('hall.history.now')}</Tag>}
        </>
      ),
    },
    { title: t('hall.history.at'), dataIndex: 'atMs', width: 220, render: clock.dayAndMinute },
    { title: t('hall.history.who'), dataIndex: 'who', render: who },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 190,
      render: (_, { version }) =>
        version !== current && (
          <Popconfirm
            placement="topRight"
            title={t('hall.history.ask', { version })}
            description={<div className="hall-will">{t('hall.history.will', { version, current })}</div>}
            okText={t('hall.history.restore')}
            onConfirm={() => restore(version)}
          >
            <Button type="link" disabled={busy || unsaved}>
              {t('hall.history.restore')}
            </Button>
          </Popconfirm>
        ),
    },
  ]
  return (
    <>
      <p className="quiet">{t(unsaved ? 'hall.history.saveFirst' : 'hall.history.help')}</p>
      <Told asked={versions.asked} again={versions.again}>
        {(rows) => (
          <Table
            rowKey="version"
            size="small"
            columns={columns}
            dataSource={rows}
            pagination={{ pageSize: 15, hideOnSinglePage: true }}
          />
        )}
      </Told>
    </>
  )
}
