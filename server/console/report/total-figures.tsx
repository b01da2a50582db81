import type { ReportLine } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Figure } from './formulas.tsx'
import { abandonment, noShow } from './ratings.ts'
import { ShareWords } from './share-words.tsx'

const counts = ['issued', 'called', 'finished', 'missed', 'cancelled', 'expired'] as const

/** What became of the numbers taken. */
export function TotalFigures({ total }: { total: ReportLine }) {
  const { t } = useTexts()
  return (
    <dl className="report-counts">
      {counts.map((name) => (
        <div key={name}>
          <dt>
            <Figure figure={name}>{t(`report.figures.${name}`)}</Figure>
          </dt>
          <dd>{total[name]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <Figure figure="missed">{t('report.figures.noShow')}</Figure>
        </dt>
        <dd>
          <ShareWords share={noShow(total)} />
        </dd>
      </div>
      <div>
        <dt>
          <Figure figure="abandonment">{t('report.figures.abandonment')}</Figure>
        </dt>
        <dd>
          <ShareWords share={abandonment(total)} />
        </dd>
      </div>
    </dl>
  )
}
