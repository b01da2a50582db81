import type { ImportRow } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Drawer, Empty, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { useAsked } from '../asked.ts'
import { useDoing } from '../doing.ts'
import { useHallClock } from '../hall-names.tsx'
import { Told } from '../told.tsx'
import { useWho } from '../who.ts'

/** The newest imports; each can be undone as one while nobody has changed its items. */
export function ImportHistory({ may, close }: { may: boolean; close: () => void }) {
  const { t } = useTexts()
  const clock = useHallClock()
  const { who } = useWho()
  const { busy, run } = useDoing()
  const { asked, again } = useAsked(routes.listImports)
  const undo = async (id: number) => {
    await run(routes.undoImport, { params: { id } }, t('items.history.undone'))
    again()
  }
  const columns: TableProps<ImportRow>['columns'] = [
    { title: t('items.changed'), dataIndex: 'atMs', width: 160, render: clock.dayAndMinute },
    {
      title: t('items.name'),
      key: 'name',
      render: (_, { name, added, changed, who: by }) => (
        <>
          {name}
          <br />
          <small className="quiet">
            {t('items.history.line', { added, changed })} · {who(by)}
          </small>
        </>
      ),
    },
    {
      title: t('items.state'),
      key: 'state',
      width: 200,
      render: (_, { id, published, undoneAtMs }) =>
        undoneAtMs !== null ? (
          <span className="quiet">{t('items.history.undoneAt', { at: clock.dayAndMinute(undoneAtMs) })}</span>
        ) : (
          <>
            <Tag>{t(published ? 'items.history.published' : 'items.history.drafts')}</Tag>
            {may && (
              <Popconfirm
                placement="topRight"
                title={t('items.history.undoAsk')}
                description={<div className="hall-will">{t('items.history.undoWill')}</div>}
                okText={t('items.history.undo')}
                onConfirm={() => undo(id)}
              >
                <Button type="link" disabled={busy}>
                  {t('items.history.undo')}
                </Button>
              </Popconfirm>
            )}
          </>
        ),
    },
  ]
  return (
    <Drawer open size={620} title={t('items.history.title')} onClose={close}>
      <Told asked={asked} again={again}>
        {(rows) => (
          <Table
            rowKey="id"
            size="small"
            columns={columns}
            dataSource={rows}
            pagination={{ pageSize: 15, hideOnSinglePage: true }}
            locale={{ emptyText: <Empty description={t('items.history.none')} /> }}
          />
        )}
      </Told>
    </Drawer>
  )
}
