import type { ReportLine } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Empty, Table, type TableProps } from 'antd'
import { byText } from '../sorting.ts'
import { participation, percentOf, satisfaction } from './ratings.ts'
import { ShareWords } from './share-words.tsx'
import { SpreadCell } from './spread-cell.tsx'

/** The same figures per service, counter or clerk; every column sorts. */
export function LinesTable({ of, lines }: { of: 'service' | 'counter' | 'clerk'; lines: ReportLine[] }) {
  const { t } = useTexts()
  const count = (name: 'issued' | 'called' | 'finished' | 'missed') => ({
    title: t(`report.figures.${name}`),
    dataIndex: name,
    width: 100,
    align: 'right' as const,
    sorter: (a: ReportLine, b: ReportLine) => a[name] - b[name],
  })
  const spread = (name: 'wait' | 'service') => ({
    title: t(`report.figures.${name}`),
    key: name,
    width: 158,
    align: 'right' as const,
    render: (_: unknown, line: ReportLine) => <SpreadCell spread={line[name]} />,
    sorter: (a: ReportLine, b: ReportLine) => (a[name].meanMs ?? -1) - (b[name].meanMs ?? -1),
  })
  const columns: TableProps<ReportLine>['columns'] = [
    {
      title: t(`report.of.${of}`),
      dataIndex: 'name',
      sorter: (a, b) => byText(a.name, b.name),
    },
    count('issued'),
    count('called'),
    count('finished'),
    count('missed'),
    spread('wait'),
    spread('service'),
    {
      title: t('report.figures.participation'),
      key: 'participation',
      width: 136,
      align: 'right',
      render: (_, line) => <ShareWords share={participation(line)} />,
      sorter: (a, b) => percentOf(participation(a)) - percentOf(participation(b)),
    },
    {
      title: t('report.figures.satisfaction'),
      key: 'satisfaction',
      width: 136,
      align: 'right',
      render: (_, line) => <ShareWords share={satisfaction(line)} />,
      sorter: (a, b) => percentOf(satisfaction(a)) - percentOf(satisfaction(b)),
    },
  ]
  return (
    <>
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={lines}
        scroll={{ x: 1_080 }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty description={t('report.noLines')} /> }}
      />
      <p className="quiet report-note">
        {t('report.spreadNote')} {of === 'clerk' && t('report.clerkRule')}
      </p>
    </>
  )
}
