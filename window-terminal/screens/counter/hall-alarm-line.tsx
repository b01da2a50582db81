import { BellOutlined } from '@ant-design/icons'
import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** What is wrong in the hall, in one calm line: the gravest, and how many more; nothing when all is well. */
export function HallAlarmLine({ alarms, nowMs }: { alarms: StandingAlarm[]; nowMs: number }) {
  const { t } = useTexts()
  const [first] = alarms
  if (!first) return null
  const { is, ...facts } = first.alarm
  const minutes = 'sinceMs' in facts ? Math.floor((nowMs - facts.sinceMs) / 60_000) : 0
  const named = 'numbers' in facts ? facts.numbers.join('、') : ''
  return (
    <p className="alarm-line" role="status">
      <BellOutlined aria-hidden />
      <span>{t(`counter.hallAlarm.${is}`, { ...facts, minutes, named })}</span>
      {alarms.length > 1 && <span>{t('counter.hallAlarm.more', { n: alarms.length - 1 })}</span>}
    </p>
  )
}
