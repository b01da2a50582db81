import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { useAsked } from '../asked.ts'
import { Dot } from '../dot.tsx'
import { useHallClock } from '../hall-names.tsx'
import { Panel } from '../panel.tsx'
import { useTellerWords } from '../teller-words.ts'
import { Told } from '../told.tsx'

const everyMs = 10_000
const query = { is: 'untold' }

/** The record of calls that somebody who should have did not tell in time, newest first, with who did not. */
export function UntoldCalls() {
  const { t } = useTexts()
  const clock = useHallClock()
  const teller = useTellerWords()
  const { asked, again } = useAsked(routes.alarms, { query }, everyMs)
  return (
    <Panel title={t('devices.untold')}>
      <p className="quiet devices-help">{t('devices.untoldHelp')}</p>
      <Told asked={asked} again={again}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="devices-well">
              <Dot is="good" text={t('devices.untoldNone')} />
            </p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
            <ol className="devices-untold" tabIndex={0} aria-label={t('devices.untold')}>
              {rows.map(
                ({ key, alarm, raisedAtMs, clearedAtMs }) =>
                  alarm.is === 'untold' && (
                    <li key={`${key} ${raisedAtMs}`}>
                      <time>
                        {clock.day(alarm.atMs)} {clock.second(alarm.atMs)}
                      </time>
                      <TicketNumber number={alarm.number} />
                      <span>→ {t('today.counterNo', { no: alarm.counterNo })}</span>
                      <span className="devices-untold-by">
                        {alarm.bySome
                          ? t('devices.untoldBy', { tellers: alarm.missing.map(teller).join('、') })
                          : t('devices.untoldByNobody')}
                      </span>
                      <Dot
                        is={clearedAtMs === null ? 'bad' : 'off'}
                        text={
                          clearedAtMs === null
                            ? t('devices.untoldStands')
                            : t('devices.untoldCleared', { time: clock.second(clearedAtMs) })
                        }
                      />
                    </li>
                  ),
              )}
            </ol>
          )
        }
      </Told>
    </Panel>
  )
}
