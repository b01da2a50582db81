import { DownloadOutlined } from '@ant-design/icons'
import type { EstimatesLine, EstimatesReport } from '@jiaohao/core/contract/estimates.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button } from 'antd'
import { useAsked } from '../asked.ts'
import { orDash } from '../elapsed.ts'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import type { Range } from './days.ts'
import { Figure, FormulaList, FormulasProvider } from './formulas.tsx'

/** Do the waits told hold what they claim? In all, by day where there are several, and by service. */
export function EstimatesPanel({ range }: { range: Range }) {
  const { t, language } = useTexts()
  const { asked, again } = useAsked(routes.estimates, { query: range })
  const file = (as: 'csv' | 'xlsx') =>
    `${routes.estimatesFile.path}?${new URLSearchParams({ ...range, as, language })}`
  return (
    <Panel
      title={t('report.estimates.title')}
      beside={
        <span className="bar">
          <Button size="small" icon={<DownloadOutlined />} href={file('xlsx')} download>
            {t('report.xlsx')}
          </Button>
          <Button size="small" icon={<DownloadOutlined />} href={file('csv')} download>
            {t('report.csv')}
          </Button>
        </span>
      }
    >
      <Told asked={asked} again={again}>
        {(report) =>
          report.total.told === 0 ? (
            <p className="quiet">{t('report.estimates.nothing')}</p>
          ) : (
            <FormulasProvider value={report.formulas}>
              <EstimatesTable report={report} />
              <FormulaList />
            </FormulasProvider>
          )
        }
      </Told>
    </Panel>
  )
}

/** Each share, what it claims, and the figure whose formula it has. */
const shares = [
  ['withinP50', 50, 'withinP50'],
  ['between', 40, 'between'],
  ['withinP90', 90, 'withinP50'],
  ['within80', 80, 'within80'],
] as const

function EstimatesTable({ report: { total, days, services } }: { report: EstimatesReport }) {
  const { t } = useTexts()
  const several = days.length > 1 ? days : []
  return (
    <table className="report-times">
      <thead>
        <tr>
          <td />
          <th scope="col">
            <Figure figure="told">{t('report.estimates.n')}</Figure>
          </th>
          {shares.map(([share, claim, figure]) => (
            <th scope="col" key={share}>
              <Figure figure={figure}>{t(`report.figures.${share}`)}</Figure>
              <br />
              <small>{t('report.estimates.claim', { claim })}</small>
            </th>
          ))}
          <th scope="col">
            <Figure figure="meanError">{t('report.figures.meanError')}</Figure>
            <br />
            <small>{t('report.minSec')}</small>
          </th>
          <th scope="col">
            <Figure figure="plain">{t('report.figures.plain')}</Figure>
            <br />
            <small>{t('report.minSec')}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        <Row name={t('report.total')} line={total} />
        {several.map((line) => (
          <Row key={line.id} name={line.name} line={line} />
        ))}
        {services.map((line) => (
          <Row key={line.id} name={line.name} line={line} />
        ))}
      </tbody>
    </table>
  )
}

/** Fewer say nothing, as everywhere in the report. */
const fewest = 5

function Row({ name, line }: { name: string; line: EstimatesLine }) {
  const { t } = useTexts()
  const { n, told, meanErrorMs, plain } = line
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {n} <small className="quiet">/ {told}</small>
      </td>
      {shares.map(([figure]) => {
        const share = line[figure]
        return (
          <td key={figure}>
            {share === null || n < fewest ? (
              <span className="quiet">{t('report.tooFew')}</span>
            ) : (
              <b>{(share * 100).toFixed(1)}%</b>
            )}
          </td>
        )
      })}
      <td>
        <b>{orDash(meanErrorMs)}</b>
      </td>
      <td>
        {orDash(plain.meanErrorMs)} <small className="quiet">n={plain.n}</small>
        {plain.meanErrorMs !== null && plain.n !== n && (
          <>
            <br />
            <small className="quiet">
              {t('report.estimates.same', { error: orDash(plain.toldErrorMs) })}
            </small>
          </>
        )}
      </td>
    </tr>
  )
}
