import type { Report } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Empty, Segmented, Skeleton, Table, type TableProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { orDash } from '../elapsed.ts'

type Hour = Report['hours'][number]

const HoursChart = lazy(async () => ({ default: (await import('./hours-chart.tsx')).HoursChart }))

/** When the hall is full: a chart, and the same as a table for whoever cannot read one. */
export function Hours({ hours }: { hours: Hour[] }) {
  const { t } = useTexts()
  const [as, setAs] = useState<'chart' | 'table'>('chart')
  if (hours.length === 0) return <Empty description={t('report.noLines')} />
  const columns: TableProps<Hour>['columns'] = [
    { title: t('report.hour'), dataIndex: 'hour', render: clockHour, sorter: (a, b) => a.hour - b.hour },
    {
      title: t('report.figures.issued'),
      dataIndex: 'issued',
      align: 'right',
      sorter: (a, b) => a.issued - b.issued,
    },
    {
      title: t('report.figures.called'),
      dataIndex: 'called',
      align: 'right',
      sorter: (a, b) => a.called - b.called,
    },
    {
      title: t('report.meanWait'),
      dataIndex: 'meanWaitMs',
      align: 'right',
      render: orDash,
      sorter: (a, b) => (a.meanWaitMs ?? -1) - (b.meanWaitMs ?? -1),
    },
  ]
  return (
    <>
      <Segmented
        aria-label={t('report.showAs')}
        value={as}
        onChange={setAs}
        options={[
          { value: 'chart' as const, label: t('report.chart') },
          { value: 'table' as const, label: t('report.table') },
        ]}
      />
      {as === 'chart' ? (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
          <HoursChart hours={hours} />
        </Suspense>
      ) : (
        <Table rowKey="hour" size="small" columns={columns} dataSource={hours} pagination={false} />
      )}
    </>
  )
}

const clockHour = (hour: number): string =>
  `${String(hour).padStart(2, '0')}:00–${String(hour + 1).padStart(2, '0')}:00`
