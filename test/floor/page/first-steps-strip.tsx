import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Fragment } from 'react'
import { steps as all } from './first-steps.ts'
import { Icon } from './icon.tsx'
import type { FirstSteps } from './use-first-steps.ts'
import './first-steps-strip.css'

/** Three sentences for a newcomer; the next one is lit and its place in the hall is ringed, until each was done once. */
export function FirstStepsStrip({ steps, consoleUrl }: { steps: FirstSteps; consoleUrl: string }) {
  const { t } = useTexts()
  if (steps.hidden)
    return (
      <button type="button" className="first-steps-again" onClick={steps.again}>
        {t('floor.steps.title')}
      </button>
    )
  const finished = all.every((step) => steps.done.includes(step))
  const next = all.find((step) => !steps.done.includes(step))
  return (
    <section className="first-steps" aria-label={t('floor.steps.title')}>
      {finished ? (
        <p className="first-steps-all">
          <Icon name="tick" />
          {t('floor.steps.all')}
          <a className="floor-button floor-button-main" href={consoleUrl} target="_blank" rel="noreferrer">
            {t('floor.console')}
            <Icon name="away" />
          </a>
        </p>
      ) : (
        <ol>
          {all.map((step, i) => (
            <Fragment key={step}>
              {i > 0 && (
                <li aria-hidden="true" className="first-steps-arrow">
                  <Icon name="next" />
                </li>
              )}
              <li
                className={steps.done.includes(step) ? 'is-done' : step === next ? 'is-next' : ''}
                aria-current={step === next ? 'step' : undefined}
              >
                <b>{steps.done.includes(step) ? <Icon name="tick" /> : i + 1}</b>
                {t(`floor.steps.${step}`)}
                {steps.done.includes(step) && <span>{t('floor.steps.done')}</span>}
              </li>
            </Fragment>
          ))}
        </ol>
      )}
      {finished && (
        <button type="button" className="floor-button" onClick={steps.again}>
          {t('floor.steps.again')}
        </button>
      )}
      <button type="button" className="floor-button" onClick={steps.hide}>
        {t('floor.steps.hide')}
      </button>
    </section>
  )
}
