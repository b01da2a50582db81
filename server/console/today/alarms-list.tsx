import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useAgo } from '../ago.ts'
import { minutesAndSeconds } from '../elapsed.ts'
import { useDeviceWords } from '../stations/device-words.ts'
import { type Alarm, longWaitMinutes } from './alarms.ts'
import './alarms.css'

/** Every alarm as a sentence that says what to look at; one calm line when there is none and all is `known`. */
export function Alarms({ alarms, known, nowMs }: { alarms: Alarm[]; known: boolean; nowMs: number }) {
  const { t } = useTexts()
  const sentence = useSentence(nowMs)
  if (alarms.length === 0 && !known) return null
  if (alarms.length === 0) {
    return (
      <p className="today-calm" role="status">
        <CheckCircleFilled /> {t('today.noAlarm', { minutes: longWaitMinutes })}
      </p>
    )
  }
  return (
    <section className="today-alarms" aria-label={t('today.alarms')}>
      <h2>
        <WarningFilled /> {t('today.alarmCount', { n: alarms.length })}
      </h2>
      <ul>
        {alarms.map((alarm) => (
          <li key={keyOf(alarm)} data-grave={alarm.is === 'uncovered' || alarm.is === 'longWait'}>
            {sentence(alarm)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function useSentence(nowMs: number) {
  const { t } = useTexts()
  const { deviceKind, deviceState } = useDeviceWords()
  const agoWords = useAgo()
  return (alarm: Alarm): string => {
    switch (alarm.is) {
      case 'uncovered':
        return t('today.alarm.uncovered', { service: alarm.service, n: alarm.waiting })
      case 'longWait':
        return t('today.alarm.longWait', {
          service: alarm.service,
          minutes: minutesAndSeconds(nowMs - alarm.sinceMs),
        })
      case 'papers':
        return t('today.alarm.papers', { n: alarm.numbers.length })
      case 'stationAway':
        return alarm.seenAtMs === null
          ? t('today.alarm.stationNever', { station: alarm.station })
          : t('today.alarm.stationAway', { station: alarm.station, ago: agoWords(nowMs - alarm.seenAtMs) })
      case 'deviceDown':
        return t('today.alarm.deviceDown', {
          station: alarm.station,
          device: deviceKind(alarm.device),
          state: deviceState(alarm.state),
          ago: agoWords(nowMs - alarm.sinceMs),
        })
    }
  }
}

function keyOf(alarm: Alarm): string {
  switch (alarm.is) {
    case 'uncovered':
    case 'longWait':
      return `${alarm.is} ${alarm.service}`
    case 'papers':
      return alarm.is
    case 'stationAway':
      return `${alarm.is} ${alarm.station}`
    case 'deviceDown':
      return `${alarm.is} ${alarm.station} ${alarm.device} ${alarm.sinceMs}`
  }
}
