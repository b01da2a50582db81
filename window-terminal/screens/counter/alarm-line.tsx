import { WarningOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Alarm } from './alarms.ts'

/** What wants attention, in one line; nothing when all is well. */
export function AlarmLine({ found }: { found: Alarm[] }) {
  const { t } = useTexts()
  if (found.length === 0) return null
  return (
    <p className="alarm-line" role="status">
      <WarningOutlined aria-hidden />
      {found.map(({ alarm, ...facts }) => (
        <span key={alarm}>{t(`counter.alarm.${alarm}`, facts)}</span>
      ))}
    </p>
  )
}
