import type { ImportPreview, ImportProblem } from '@jiaohao/core/contract/items.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Table, type TableProps, Tag } from 'antd'

/** What a table would change, and every cell in its way. */
export function ImportPreviewTables({ preview }: { preview: ImportPreview }) {
  const { t } = useTexts()
  const { added, changed, same, mistakes, unpublishable, problems, rows } = preview
  const columns: TableProps<ImportProblem>['columns'] = [
    { title: t('items.wizard.row'), dataIndex: 'row', width: 70, render: (row: number) => row || '' },
    { title: t('items.wizard.column'), dataIndex: 'column', width: 110 },
    {
      title: t('items.wizard.problem'),
      key: 'problem',
      render: (_, { problem, onlyPublishing }) => (
        <>
          {t(`items.problems.${problem}`)} {onlyPublishing && <Tag>{t('items.wizard.only')}</Tag>}
        </>
      ),
    },
    { title: t('items.wizard.cell'), dataIndex: 'found', width: 220, ellipsis: true },
  ]
  return (
    <div className="items-preview">
      <Alert
        showIcon
        type={mistakes > 0 ? 'error' : unpublishable > 0 ? 'warning' : 'success'}
        title={t('items.wizard.found', { added, changed, same })}
        description={
          mistakes > 0
            ? t('items.wizard.mistakes', { count: mistakes })
            : unpublishable > 0
              ? t('items.wizard.unpublishable', { count: unpublishable })
              : t('items.wizard.fine')
        }
      />
      {problems.length > 0 && (
        <Table
          rowKey={({ row, column, problem }) => `${row} ${column} ${problem}`}
          size="small"
          columns={columns}
          dataSource={problems}
          pagination={{ pageSize: 8, hideOnSinglePage: true }}
        />
      )}
      {rows.length > 0 && (
        <>
          <h4>{t('items.wizard.firstRows')}</h4>
          <Table
            rowKey="row"
            size="small"
            dataSource={rows}
            pagination={{ pageSize: 6, hideOnSinglePage: true }}
            columns={[
              { title: t('items.wizard.row'), dataIndex: 'row', width: 70 },
              {
                title: t('items.state'),
                dataIndex: 'is',
                width: 90,
                render: (is: ImportPreview['rows'][number]['is']) => t(`items.wizard.is.${is}`),
              },
              { title: t('items.name'), dataIndex: 'name' },
              { title: t('items.department'), dataIndex: 'department', width: 160 },
            ]}
          />
        </>
      )}
    </div>
  )
}
