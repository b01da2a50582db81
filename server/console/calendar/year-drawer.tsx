import { type CalendarProblem, checkYear } from '@jiaohao/core/calendar/check-calendar.ts'
import { CalendarYear } from '@jiaohao/core/calendar/hall-calendar.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import { useDoing } from '../doing.ts'
import { daysIn, textOfDays } from './days-text.ts'

/** A year's days off and make-up working days, to be saved as a draft that somebody then signs. */
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
  const [rest, setRest] = useState(textOfDays(table.rest))
  const [work, setWork] = useState(textOfDays(table.work))
  const [source, setSource] = useState(table.source)
  const [tried, setTried] = useState(false)
  const next = { year: table.year, rest: daysIn(rest), work: daysIn(work), source: source.trim() }
  const problems = tried ? problemsOf(next) : []
  const wrong = (field: 'rest' | 'work' | 'source') => {
    const found = problems.filter(({ path }) => path.split('.')[0] === field)
    return {
      validateStatus: found.length > 0 ? ('error' as const) : ('' as const),
      help:
        found.length > 0
          ? found.slice(0, 5).map(({ path, problem }) => (
              <div key={path} role="alert">
                {field === 'source'
                  ? t('calendar.problems.missing')
                  : t('calendar.line', {
                      n: Number(path.split('.')[1]) + 1,
                      said: t(`calendar.problems.${problem}`),
                    })}
              </div>
            ))
          : undefined,
    }
  }
  const save = async () => {
    setTried(true)
    if (problemsOf(next).length > 0) return
    const outcome = await run(routes.draftYear, { body: { version, table: next } }, t('calendar.drafted'))
    if ('done' in outcome) saved()
  }
  return (
    <Drawer
      open
      size={520}
      title={t('calendar.yearTitle', { year: table.year })}
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
        <Form.Item label={t('calendar.source')} extra={t('calendar.sourceHelp')} {...wrong('source')}>
          <Input value={source} maxLength={200} onChange={({ target }) => setSource(target.value)} />
        </Form.Item>
        <Form.Item label={t('calendar.restDays')} extra={t('calendar.daysHelp')} {...wrong('rest')}>
          <Input.TextArea
            value={rest}
            autoSize={{ minRows: 8, maxRows: 16 }}
            onChange={({ target }) => setRest(target.value)}
          />
        </Form.Item>
        <Form.Item label={t('calendar.workDays')} extra={t('calendar.workHelp')} {...wrong('work')}>
          <Input.TextArea
            value={work}
            autoSize={{ minRows: 4, maxRows: 10 }}
            onChange={({ target }) => setWork(target.value)}
          />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

function problemsOf(table: CalendarYear): { path: string; problem: CalendarProblem['problem'] | 'day' }[] {
  const parsed = CalendarYear.safeParse(table)
  if (parsed.success) return checkYear(table)
  return parsed.error.issues.map(({ path }) => ({ path: path.join('.'), problem: 'day' }))
}
