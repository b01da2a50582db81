import type { Report } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Panel } from '../panel.tsx'
import { Figure } from './formulas.tsx'

/** What became of the bookings, in all and by service. */
export function AppointmentsPanel({ lines }: { lines: Report['appointments'] }) {
  const { t } = useTexts()
  return (
    <Panel title={t('report.appointments.title')}>
      <table className="report-times">
        <thead>
          <tr>
            <th scope="col">{t('report.of.service')}</th>
            <th scope="col">
              <Figure figure="appointments">{t('report.appointments.booked')}</Figure>
            </th>
            <th scope="col">{t('report.appointments.cancelled')}</th>
            <th scope="col">{t('report.appointments.checkedIn')}</th>
            <th scope="col">{t('report.appointments.late')}</th>
            <th scope="col">{t('report.appointments.noShow')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, booked, cancelled, checkedIn, late, noShow }) => (
            <tr key={id}>
              <th scope="row">{id === '' ? t('report.total') : name}</th>
              <td>
                <b>{booked}</b>
              </td>
              <td>{cancelled}</td>
              <td>{checkedIn}</td>
              <td>{late}</td>
              <td>
                {noShow}
                {booked > cancelled && ` · ${((noShow / (booked - cancelled)) * 100).toFixed(1)}%`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
