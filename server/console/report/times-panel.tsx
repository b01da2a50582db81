import type { ReportLine } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { orDash } from '../elapsed.ts'
import { Panel } from '../panel.tsx'
import { Figure } from './formulas.tsx'

const times = ['wait', 'walk', 'service', 'stay'] as const

/** Waits and service times: a mean never stands without its n, median and 90th percentile. */
export function TimesPanel({ total }: { total: ReportLine }) {
  const { t } = useTexts()
  return (
    <Panel title={t('report.times')} beside={<span className="quiet">{t('report.minSec')}</span>}>
      <table className="report-times">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('report.spread.n')}</th>
            <th scope="col">{t('report.spread.mean')}</th>
            <th scope="col">{t('report.spread.p50')}</th>
            <th scope="col">{t('report.spread.p90')}</th>
            <th scope="col">{t('report.spread.longest')}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((name) => {
            const spread = total[name]
            return (
              <tr key={name}>
                <th scope="row">
                  <Figure figure={name}>{t(`report.figures.${name}`)}</Figure>
                </th>
                <td>{spread.n}</td>
                <td>
                  <b>{orDash(spread.meanMs)}</b>
                </td>
                <td>{orDash(spread.p50Ms)}</td>
                <td>{orDash(spread.p90Ms)}</td>
                <td>{orDash(spread.longestMs)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
