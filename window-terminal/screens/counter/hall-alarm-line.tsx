import { BellOutlined } from '@ant-design/icons'
import type { Alarm, StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** What is wrong in the hall, in one calm line: the gravest, and how many more; nothing when all is well. */
export function HallAlarmLine({ alarms, nowMs }: { alarms: StandingAlarm[]; nowMs: number }) {
  const { t } = useTexts()
  const [first] = alarms
  if (!first) return null
  return (
    <p className="alarm-line" role="status">
      <BellOutlined aria-hidden />
      <span>{t(`counter.hallAlarm.${first.alarm.is}`, factsOf(first.alarm, nowMs))}</span>
      {alarms.length > 1 && <span>{t('counter.hallAlarm.more', { n: alarms.length - 1 })}</span>}
    </p>
  )
}

function factsOf(alarm: Alarm, nowMs: number): Record<string, string | number> {
  const minutesSince = (sinceMs: number) => Math.floor((nowMs - sinceMs) / 60_000)
  switch (alarm.is) {
    case 'notSaving':
      return {}
    case 'untold':
      return { number: alarm.number, counterNo: alarm.counterNo }
    case 'silent':
      return { station: alarm.station, number: alarm.number }
    case 'uncovered':
      return { service: alarm.service, waiting: alarm.waiting }
    case 'uncoveredAtOpening':
      return { service: alarm.service }
    case 'help':
      return { counterNo: alarm.counterNo, clerk: alarm.clerk }
    case 'yearMissing':
      return { year: alarm.year }
    case 'longQueue':
      return { service: alarm.service, waiting: alarm.waiting }
    case 'longService':
      return { counterNo: alarm.counterNo, minutes: minutesSince(alarm.sinceMs) }
    case 'longWait':
      return { service: alarm.service, minutes: minutesSince(alarm.sinceMs) }
    case 'idleWithQueue':
      return {
        counterNo: alarm.counterNo,
        waiting: alarm.waiting,
        minutes: minutesSince(alarm.sinceMs),
      }
    case 'paperFailed':
      return { named: alarm.numbers.join('、') }
    case 'kioskOffline':
      return { station: alarm.station, letter: alarm.letter }
    case 'offlineReturned':
    case 'offlineDrift':
      return { station: alarm.station, count: alarm.count }
    case 'offlineKept':
      return { named: alarm.kept.map(({ number }) => number).join('、') }
    case 'offlineExpired':
      return { named: alarm.numbers.join('、') }
    case 'stationAway':
    case 'deviceDown':
      return { station: alarm.station }
  }
}
