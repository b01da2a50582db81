import type { ReportLine } from '@jiaohao/core/contract/routes.ts'
import { levels } from '@jiaohao/core/queue/indicators.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Panel } from '../panel.tsx'
import { Figure } from './formulas.tsx'
import { participation, satisfaction } from './ratings.ts'
import { ShareWords } from './share-words.tsx'

/** How many rated, how satisfied they were, and the five marks in the order citizens see them. */
export function RatingsPanel({ total }: { total: ReportLine }) {
  const { t } = useTexts()
  return (
    <Panel title={t('report.ratings')}>
      <dl className="report-rates">
        <div>
          <dt>
            <Figure figure="participation">{t('report.figures.participation')}</Figure>
          </dt>
          <dd>
            <ShareWords share={participation(total)} />
          </dd>
        </div>
        <div>
          <dt>
            <Figure figure="satisfaction">{t('report.figures.satisfaction')}</Figure>
          </dt>
          <dd>
            <ShareWords share={satisfaction(total)} />
          </dd>
        </div>
      </dl>
      {total.rated === 0 || total.levels === null ? (
        <p className="quiet">{t(total.rated === 0 ? 'report.nobodyRated' : 'report.withheld')}</p>
      ) : (
        <ul className="report-levels">
          {levels.map(({ level }, i) => {
            const n = total.levels?.[i] ?? 0
            return (
              <li key={level}>
                <span>{t(`levels.${level}`)}</span>
                <span className="report-levels-track" aria-hidden="true">
                  <span style={{ inlineSize: `${(n / total.rated) * 100}%` }} />
                </span>
                <span>{n}</span>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
