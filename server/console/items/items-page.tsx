import { DownloadOutlined, HistoryOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useHallClock } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportWizard } from './import-wizard.tsx'
import { ItemDrawer } from './item-drawer.tsx'
import { ItemsTable, isDue } from './items-table.tsx'
import './items.css'

type Open = { is: 'none' } | { is: 'new' } | { is: 'item'; id: string } | { is: 'import' } | { is: 'imports' }

/** The catalogue of items 事项目录: written, published, imported, looked after. */
export function ItemsPage({ may }: { may: boolean }) {
  const { t } = useTexts()
  const clock = useHallClock()
  const today = clock.day(Date.now())
  const { asked, again } = useAsked(routes.listItems)
  const [open, setOpen] = useState<Open>({ is: 'none' })
  const [sought, setSought] = useState('')
  const [dueOnly, setDueOnly] = useState(false)
  const close = () => {
    setOpen({ is: 'none' })
    again()
  }
  const file = (as: 'csv' | 'xlsx') => `${routes.itemsFile.path}?as=${as}`
  const fits = (text: string) => text.toLowerCase().includes(sought.trim().toLowerCase())

  return (
    <>
      {!may && <Alert type="info" showIcon title={t('items.readOnly')} className="today-away" />}
      <div className="bar">
        <Input.Search
          className="hall-search"
          allowClear
          placeholder={t('items.search')}
          onChange={({ target }) => setSought(target.value)}
        />
        <span className="bar-end" />
        <Button icon={<DownloadOutlined />} href={file('xlsx')} download>
          {t('items.exportXlsx')}
        </Button>
        <Button icon={<DownloadOutlined />} href={file('csv')} download>
          {t('items.exportCsv')}
        </Button>
        <Button icon={<HistoryOutlined />} onClick={() => setOpen({ is: 'imports' })}>
          {t('items.imports')}
        </Button>
        {may && (
          <>
            <Button icon={<UploadOutlined />} onClick={() => setOpen({ is: 'import' })}>
              {t('items.import')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ is: 'new' })}>
              {t('items.add')}
            </Button>
          </>
        )}
      </div>
      <Told asked={asked} again={again}>
        {(rows) => {
          const due = rows.filter((row) => isDue(row, today))
          return (
            <>
              {due.length > 0 && (
                <Alert
                  type="warning"
                  showIcon
                  className="today-away"
                  title={t('items.due', { count: due.length })}
                  action={
                    <Button size="small" onClick={() => setDueOnly(!dueOnly)}>
                      {t(dueOnly ? 'items.dueAll' : 'items.dueShow')}
                    </Button>
                  }
                />
              )}
              <Panel title={t('items.title')} bare>
                <ItemsTable
                  rows={(dueOnly ? due : rows).filter(({ name, department }) =>
                    fits(`${name} ${department}`),
                  )}
                  today={today}
                  open={({ id }) => setOpen({ is: 'item', id })}
                />
              </Panel>
              {(open.is === 'new' || open.is === 'item') && (
                <ItemDrawer
                  id={open.is === 'item' ? open.id : null}
                  may={may}
                  today={today}
                  departments={[...new Set(rows.map(({ department }) => department))].filter(
                    (each) => each !== '',
                  )}
                  close={close}
                />
              )}
            </>
          )
        }}
      </Told>
      {open.is === 'import' && <ImportWizard close={close} />}
      {open.is === 'imports' && <ImportHistory may={may} close={close} />}
    </>
  )
}
