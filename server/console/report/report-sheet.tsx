import type { Report } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Empty, Tabs } from 'antd'
import { useState } from 'react'
import { Panel } from '../panel.tsx'
import { AppointmentsPanel } from './appointments-panel.tsx'
import { DevicesPanel } from './devices-panel.tsx'
import { EstimatesPanel } from './estimates-panel.tsx'
import { Formulas, FormulasProvider } from './formulas.tsx'
import { Hours } from './hours.tsx'
import { LinesTable } from './lines-table.tsx'
import { RatingsPanel } from './ratings-panel.tsx'
import './report.css'
import { TimesPanel } from './times-panel.tsx'
import { TotalFigures } from './total-figures.tsx'

/** One report: the total first, then the same by service, counter, clerk and hour, then how each figure is made. */
export function ReportSheet({ report }: { report: Report }) {
  const { t } = useTexts()
  const [by, setBy] = useState('services')
  if (report.total.issued === 0) {
    return (
      <Panel title={t('report.total')}>
        <Empty description={t('report.empty')} />
      </Panel>
    )
  }
  return (
    <FormulasProvider value={report.formulas}>
      <div className="report">
        <TotalFigures total={report.total} />
        <div className="report-two">
          <TimesPanel total={report.total} />
          <RatingsPanel total={report.total} />
        </div>
        <section className="panel report-tabs">
          <Tabs
            activeKey={by}
            onChange={setBy}
            items={[
              {
                key: 'services',
                label: t('report.byService'),
                children: <LinesTable of="service" lines={report.services} />,
              },
              {
                key: 'counters',
                label: t('report.byCounter'),
                children: <LinesTable of="counter" lines={report.counters} />,
              },
              {
                key: 'clerks',
                label: t('report.byClerk'),
                children: <LinesTable of="clerk" lines={report.clerks} />,
              },
              { key: 'hours', label: t('report.byHour'), children: <Hours hours={report.hours} /> },
            ]}
          />
        </section>
        {report.appointments.length > 0 && <AppointmentsPanel lines={report.appointments} />}
        {report.devices.length > 0 && <DevicesPanel devices={report.devices} />}
        <EstimatesPanel range={{ from: report.from, to: report.to }} />
        <Formulas />
      </div>
    </FormulasProvider>
  )
}
