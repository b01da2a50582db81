import { DownloadOutlined } from '@ant-design/icons'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Segmented } from 'antd'
import { DayField } from './day-field.tsx'
import { beginOn, endOn, type QuickRange, quickNameOf, quickRange, quickRanges, type Range } from './days.ts'

/** Which days, and the same figures as a file. */
export function RangeBar({
  range,
  setRange,
  today,
}: {
  range: Range
  setRange: (range: Range) => void
  today: string
}) {
  const { t, language } = useTexts()
  const file = (as: 'csv' | 'xlsx') =>
    `${routes.reportFile.path}?${new URLSearchParams({ ...range, as, language })}`
  return (
    <div className="bar">
      <Segmented<QuickRange | ''>
        aria-label={t('report.range')}
        value={quickNameOf(range, today) ?? ''}
        onChange={(name) => name !== '' && setRange(quickRange(name, today))}
        options={quickRanges.map((name) => ({ value: name, label: t(`report.quick.${name}`) }))}
      />
      <DayField
        name={t('report.from')}
        day={range.from}
        max={today}
        onDay={(from) => setRange(beginOn(range, from))}
      />
      <span>{t('report.until')}</span>
      <DayField name={t('report.to')} day={range.to} max={today} onDay={(to) => setRange(endOn(range, to))} />
      <span className="bar-end" />
      <Button icon={<DownloadOutlined />} href={file('xlsx')} download>
        {t('report.xlsx')}
      </Button>
      <Button icon={<DownloadOutlined />} href={file('csv')} download>
        {t('report.csv')}
      </Button>
    </div>
  )
}
