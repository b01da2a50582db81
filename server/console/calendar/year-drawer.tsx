import { checkYear } from '@jiaohao/core/calendar/check-calendar.ts'
import { CalendarYear } from '@jiaohao/core/calendar/hall-calendar.ts'
import { readYear } from '@jiaohao/core/calendar/read-year.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Drawer, Form, Input, Upload } from 'antd'
import { useState } from 'react'
import { useDoing } from '../doing.ts'

const mostShown = 5

/** A year's days off and make-up working days, pasted or from a file, saved as a draft that somebody then signs. */
export function YearDrawer({
  version,
  table,
  close,
  saved,
}: {
  version: number
  table: CalendarYear
  close: () => void
  saved: () => void
}) {
  const { t } = useTexts()
  const { busy, run } = useDoing()
  const [text, setText] = useState(() => textOf(table))
  const [source, setSource] = useState(table.source)
  const [tried, setTried] = useState(false)
  const { year } = table
  const read = readYear(text, source.trim())
  const next = 'notRead' in read ? null : { ...read, year }
  const noSource = !CalendarYear.shape.source.safeParse(source.trim()).success
  const problems =
    'notRead' in read
      ? read.notRead.map(({ line, text: said }) => t('calendar.line', { n: line, said }))
      : checkYear({ ...read, year }).map(({ path, problem }) => {
          const [list, at] = path.split('.')
          const day = read[list === 'work' ? 'work' : 'rest'][Number(at)]?.day ?? ''
          return t('calendar.dayWrong', { day, said: t(`calendar.problems.${problem}`) })
        })
  const save = async () => {
    setTried(true)
    if (!next || noSource || problems.length > 0) return
    const outcome = await run(routes.draftYear, { body: { version, table: next } }, t('calendar.drafted'))
    if ('done' in outcome) saved()
  }
  return (
    <Drawer
      open
      size={520}
      title={t('calendar.yearTitle', { year })}
      onClose={close}
      footer={
        <div className="hall-drawer-footer">
          <span className="quiet">{t('calendar.draftNote')}</span>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={busy} onClick={() => void save()}>
            {t('calendar.saveDraft')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical">
        <Form.Item
          label={t('calendar.source')}
          extra={t('calendar.sourceHelp')}
          validateStatus={tried && noSource ? 'error' : ''}
          help={tried && noSource ? t('calendar.problems.missing') : undefined}
        >
          <Input value={source} maxLength={200} onChange={({ target }) => setSource(target.value)} />
        </Form.Item>
        <Form.Item
          label={t('calendar.days')}
          extra={t('calendar.daysHelp')}
          validateStatus={tried && problems.length > 0 ? 'error' : ''}
          help={
            tried && problems.length > 0
              ? problems.slice(0, mostShown).map((said) => (
                  <div key={said} role="alert">
                    {said}
                  </div>
                ))
              : undefined
          }
        >
          <Input.TextArea
            value={text}
            aria-label={t('calendar.days')}
            autoSize={{ minRows: 12, maxRows: 22 }}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
        <Upload
          accept=".csv,.txt,.json"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then(setText)
            return false
          }}
        >
          <Button>{t('calendar.file')}</Button>
        </Upload>
      </Form>
    </Drawer>
  )
}

/** The lines `readYear` reads, by day. */
const textOf = ({ rest, work }: CalendarYear): string =>
  [...rest.map((each) => ({ ...each, is: '休' })), ...work.map((each) => ({ ...each, is: '班' }))]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ day, is, name }) => `${day},${is},${name}`)
    .join('\n')
