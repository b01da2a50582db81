import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button } from 'antd'
import { Panel } from '../panel.tsx'

const steps = [
  { name: 'zones', to: '#/hall/zones' },
  { name: 'people', to: '#/people' },
  { name: 'stations', to: '#/stations' },
] as const

/** A hall without services has nothing to show yet: what to do first, and where. */
export function FirstSteps() {
  const { t } = useTexts()
  return (
    <Panel title={t('today.firstSteps.title')}>
      <ol className="first-steps">
        {steps.map(({ name, to }, i) => (
          <li key={name}>
            <b>{i + 1}</b>
            <span>
              <strong>{t(`today.firstSteps.${name}`)}</strong>
              <br />
              <span className="quiet">{t(`today.firstSteps.${name}Help`)}</span>
            </span>
            <Button href={to} type={i === 0 ? 'primary' : 'default'}>
              {t('today.firstSteps.go')}
            </Button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
