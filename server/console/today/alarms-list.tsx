import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import type { Alarm, StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useAgo } from '../ago.ts'
import { minutesAndSeconds } from '../elapsed.ts'
import { useHall } from '../hall-names.tsx'
import { useDeviceWords } from '../stations/device-words.ts'
import { useTellerWords } from '../teller-words.ts'
import './alarms.css'

/** Those that keep citizens waiting or in the dark. */
const grave: ReadonlySet<Alarm['is']> = new Set([
  'notSaving',
  'help',
  'untold',
  'silent',
  'uncovered',
  'uncoveredAtOpening',
  'longWait',
  'offlineKept',
])

/** Every alarm as a sentence that says what to look at; one calm line when there is none and all is `known`. */
export function Alarms({ alarms, known, nowMs }: { alarms: StandingAlarm[]; known: boolean; nowMs: number }) {
  const { t } = useTexts()
  const { longestWaitMinutes } = useHall().hall.policy
  const sentence = useSentence(nowMs)
  if (alarms.length === 0 && !known) return null
  if (alarms.length === 0) {
    return (
      <p className="today-calm" role="status">
        <CheckCircleFilled /> {t('today.noAlarm', { minutes: longestWaitMinutes })}
      </p>
    )
  }
  return (
    <section className="today-alarms" aria-label={t('today.alarms')}>
      <h2>
        <WarningFilled /> {t('today.alarmCount', { n: alarms.length })}
      </h2>
      <ul>
        {alarms.map(({ key, alarm }) => (
          <li key={key} data-grave={grave.has(alarm.is)}>
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
  const teller = useTellerWords()
  const { timeZone } = useHall().hall
  return (alarm: Alarm): string => {
    switch (alarm.is) {
      case 'uncovered':
        return t('today.alarm.uncovered', { service: alarm.service, n: alarm.waiting })
      case 'uncoveredAtOpening':
        return t('today.alarm.uncoveredAtOpening', { service: alarm.service })
      case 'help':
        return t('today.alarm.help', {
          no: alarm.counterNo,
          clerk: alarm.clerk,
          minutes: minutesAndSeconds(nowMs - alarm.sinceMs),
        })
      case 'yearMissing':
        return t('today.alarm.yearMissing', { year: alarm.year, day: alarm.fromDay })
      case 'longQueue':
        return t('today.alarm.longQueue', { service: alarm.service, n: alarm.waiting })
      case 'longService':
        return t('today.alarm.longService', {
          no: alarm.counterNo,
          minutes: minutesAndSeconds(nowMs - alarm.sinceMs),
        })
      case 'longWait':
        return t('today.alarm.longWait', {
          service: alarm.service,
          minutes: minutesAndSeconds(nowMs - alarm.sinceMs),
        })
      case 'notSaving':
        return t('today.alarm.notSaving')
      case 'untold':
        return t('today.alarm.untold', { number: alarm.number, no: alarm.counterNo })
      case 'silent':
        return t('today.alarm.silent', {
          teller: teller(alarm),
          number: alarm.number,
          no: alarm.counterNo,
          ago: agoWords(nowMs - alarm.atMs),
        })
      case 'idleWithQueue':
        return t('today.alarm.idleWithQueue', {
          no: alarm.counterNo,
          n: alarm.waiting,
          minutes: minutesAndSeconds(nowMs - alarm.sinceMs),
        })
      case 'paperFailed':
        return t('today.alarm.papers', { numbers: alarm.numbers.join('、') })
      case 'stationAway':
        return alarm.seenAtMs === null
          ? t('today.alarm.stationNever', { station: alarm.station })
          : t('today.alarm.stationAway', { station: alarm.station, ago: agoWords(nowMs - alarm.seenAtMs) })
      case 'kioskOffline':
        return t('today.alarm.kioskOffline', {
          station: alarm.station,
          letter: alarm.letter,
          ago: agoWords(nowMs - alarm.seenAtMs),
        })
      case 'offlineReturned':
        return t('today.alarm.offlineReturned', {
          station: alarm.station,
          count: alarm.count,
          from: timeOfDay(alarm.fromMs, timeZone),
          to: timeOfDay(alarm.toMs, timeZone),
        })
      case 'offlineDrift':
        return t('today.alarm.offlineDrift', { station: alarm.station, count: alarm.count })
      case 'offlineKept':
        return t('today.alarm.offlineKept', { numbers: alarm.kept.map(({ number }) => number).join('、') })
      case 'offlineExpired':
        return t('today.alarm.offlineExpired', { numbers: alarm.numbers.join('、'), day: alarm.day })
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
