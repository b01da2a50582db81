import { type Me, routes } from '@jiaohao/core/contract/routes.ts'
import { usualLanguage } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { App, ConfigProvider, Layout } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { type ReactNode, useState } from 'react'
import { AppointmentsPage } from './appointments/appointments-page.tsx'
import { useAsked } from './asked.ts'
import { DevicesPage } from './devices/devices-page.tsx'
import type { Draft } from './hall/draft.ts'
import { HallPage } from './hall/hall-page.tsx'
import { HallProvider } from './hall-names.tsx'
import { useIdle } from './idle.ts'
import { ItemsPage } from './items/items-page.tsx'
import { PeoplePage } from './people/people-page.tsx'
import { type Place, pagesFor } from './place.ts'
import { AuditPage } from './records/audit.tsx'
import { SystemPage } from './records/system.tsx'
import { TicketsPage } from './records/tickets.tsx'
import { ReportPage } from './report/report-page.tsx'
import './shell.css'
import { SideMenu } from './side-menu.tsx'
import { StationsPage } from './stations/stations-page.tsx'
import { theme } from './theme.ts'
import { ToCounter } from './to-counter.tsx'
import { TodayPage } from './today/today-page.tsx'
import { Told } from './told.tsx'
import { TopBar } from './top-bar.tsx'
import { usePlace } from './use-place.ts'

/** The console of one signed-in person: their menu, and the page they are on. */
export function Console({ me, leave }: { me: Me; leave: () => void }) {
  const { language } = useTexts()
  useIdle(me.idleMinutes, leave)
  return (
    <ConfigProvider
      theme={theme}
      locale={language === usualLanguage ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App className="console-app">
        {pagesFor(me.roles).length === 0 ? (
          <ToCounter me={me} leave={leave} />
        ) : (
          <Pages me={me} leave={leave} />
        )}
      </App>
    </ConfigProvider>
  )
}

function Pages({ me, leave }: { me: Me; leave: () => void }) {
  const { place, go } = usePlace(me.roles)
  const { asked, again } = useAsked(routes.readHall)
  const [draft, setDraft] = useState<Draft | null>(null)
  const content: Record<Place['page'], () => ReactNode> = {
    today: () => <TodayPage mayStop={me.roles.includes('supervisor')} />,
    report: () => <ReportPage />,
    tickets: () => <TicketsPage />,
    appointments: () => (
      <AppointmentsPage may={me.roles.includes('supervisor') || me.roles.includes('clerk')} />
    ),
    hall: () => (
      <HallPage
        may={me.roles.includes('administrator')}
        maySign={me.roles.includes('administrator') || me.roles.includes('supervisor')}
        part={place.part}
        go={(part) => go({ page: 'hall', part })}
        draft={draft}
        setDraft={setDraft}
        again={again}
      />
    ),
    items: () => <ItemsPage may={me.roles.includes('administrator')} />,
    people: () => <PeoplePage me={me} />,
    stations: () => (
      <StationsPage
        may={me.roles.includes('administrator')}
        mayLook={me.roles.includes('administrator') || me.roles.includes('supervisor')}
      />
    ),
    devices: () => (
      <DevicesPage may={me.roles.includes('administrator') || me.roles.includes('supervisor')} />
    ),
    audit: () => <AuditPage />,
    system: () => <SystemPage />,
  }
  return (
    <Layout className="console">
      <SideMenu roles={me.roles} place={place} go={go} unsaved={draft !== null} />
      <Layout>
        <TopBar me={me} leave={leave} page={place.page} />
        <Layout.Content className="console-page">
          <Told asked={asked} again={again}>
            {(reply) => <HallProvider value={reply}>{content[place.page]()}</HallProvider>}
          </Told>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}
