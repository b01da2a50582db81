import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Popconfirm, Table } from 'antd'
import { useAsked } from '../asked.ts'
import { useDoing } from '../doing.ts'
import { useHallClock } from '../hall-names.tsx'
import { Told } from '../told.tsx'
import { useWho } from '../who.ts'

/** Earlier calendars; going back to one is itself undone the same way. */
export function CalendarVersions({ version: current, again }: { version: number; again: () => void }) {
  const { t } = useTexts()
  const clock = useHallClock()
  const { who } = useWho()
  const { busy, run } = useDoing()
  const versions = useAsked(routes.calendarVersions)
  const restore = async (version: number) => {
    const outcome = await run(
      routes.restoreCalendar,
      { params: { version } },
      t('hall.history.restored', { version }),
    )
    if (!('done' in outcome)) return
    again()
    versions.again()
  }
  const done = (what: string) => {
    const [verb = '', of = ''] = what.split(' ')
    return t(`calendar.done.${verb}`, { of })
  }
  return (
    <section>
      <h3>{t('calendar.history')}</h3>
      <Told asked={versions.asked} again={versions.again}>
        {(rows) => (
          <Table
            rowKey="version"
            size="small"
            dataSource={rows}
            pagination={{ pageSize: 8, hideOnSinglePage: true }}
            columns={[
              { title: t('hall.history.version'), dataIndex: 'version', width: 90 },
              { title: t('hall.history.at'), dataIndex: 'atMs', width: 180, render: clock.dayAndMinute },
              { title: t('hall.history.who'), dataIndex: 'who', width: 150, render: who },
              { title: t('calendar.what'), dataIndex: 'what', render: done },
              {
                title: t('hall.acts'),
                key: 'acts',
                width: 150,
                render: (_, { version }) =>
                  version !== current && (
                    <Popconfirm
                      placement="topRight"
                      title={t('hall.history.ask', { version })}
                      description={<div className="hall-will">{t('calendar.restoreWill')}</div>}
                      okText={t('hall.history.restore')}
                      onConfirm={() => restore(version)}
                    >
                      <Button type="link" disabled={busy}>
                        {t('hall.history.restore')}
                      </Button>
                    </Popconfirm>
                  ),
              },
            ]}
          />
        )}
      </Told>
    </section>
  )
}
