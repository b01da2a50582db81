import { QuestionCircleOutlined } from '@ant-design/icons'
import type { Report } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Popover } from 'antd'
import { createContext, type ReactNode, useContext } from 'react'
import { Panel } from '../panel.tsx'

const FormulasContext = createContext<Report['formulas']>([])

/** Gives every figure of a report the formula that made it. */
export const FormulasProvider = FormulasContext.Provider

/** A figure's name with its formula behind a small button; no button where the report names none. */
export function Figure({ figure, children }: { figure: string; children: ReactNode }) {
  const { t, language } = useTexts()
  const formula = useContext(FormulasContext).find((each) => each.figure === figure)
  return (
    <span className="report-figure-name">
      {children}
      {formula && (
        <Popover
          content={<div className="report-formula">{formula[language]}</div>}
          trigger={['click']}
          placement="bottomLeft"
        >
          <Button
            type="text"
            size="small"
            icon={<QuestionCircleOutlined />}
            aria-label={t('report.howMade')}
          />
        </Popover>
      )}
    </span>
  )
}

/** Every formula in print below the figures: a report shows how it was made without a click. */
export function Formulas() {
  const { t } = useTexts()
  return (
    <Panel title={t('report.formulas')}>
      <FormulaList />
      <p className="quiet">{t('report.sampleRule')}</p>
    </Panel>
  )
}

export function FormulaList() {
  const { t, language } = useTexts()
  const formulas = useContext(FormulasContext)
  const nameOf = (figure: string) => {
    const words = t(`report.figures.${figure}`)
    return words === `report.figures.${figure}` ? figure : words
  }
  return (
    <dl className="report-formulas">
      {formulas.map((formula) => (
        <div key={formula.figure}>
          <dt>{nameOf(formula.figure)}</dt>
          <dd>{formula[language]}</dd>
        </div>
      ))}
    </dl>
  )
}
