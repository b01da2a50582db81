import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useAlarms, useLinkState, useNow, useView } from '@jiaohao/screen/use-hub.tsx'
import { Alert, Skeleton } from 'antd'
import { useAsked } from '../asked.ts'
import { Emergency } from './emergency.tsx'
import { Today } from './today.tsx'

const stationsEveryMs = 5_000

/** Today, live: the view by socket, the stations by asking. */
export function TodayPage({ mayStop }: { mayStop: boolean }) {
  const { t } = useTexts()
  const { view } = useView({ view: 'today' })
  const link = useLinkState()
  const nowMs = useNow()
  const alarms = useAlarms()
  const { asked } = useAsked(routes.listStations, {}, stationsEveryMs)
  if (!view) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <>
      {link.is !== 'online' && (
        <Alert
          type="warning"
          showIcon
          className="today-away"
          title={t('today.away')}
          description={t('today.awayHelp')}
        />
      )}
      <Emergency view={view} may={mayStop} />
      <Today
        view={view}
        stations={asked.is === 'here' ? asked.reply : null}
        alarms={alarms}
        may={mayStop}
        live={link.is === 'online'}
        // The clocks stand still while the hub is away: its last truth is not growing older by itself.
        nowMs={link.is === 'away' ? link.sinceMs : nowMs}
      />
    </>
  )
}
