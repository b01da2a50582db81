import type { EvaluatorView } from '@jiaohao/core/views/evaluator.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './resting-screen.css'

/** Nobody is asked: who sits here, what is done here, and what the hall has to say. */
export function RestingScreen({ view }: { view: EvaluatorView }) {
  const { t } = useTexts()
  const { sign, hall } = view
  const { clerk } = sign
  return (
    <>
      <section className="resting" data-state={sign.state}>
        {clerk && (
          <div className="resting-card">
            <Silhouette label={t('evaluator.photo')} />
            <div>
              <h1 data-long={[...clerk.name].length > 6}>{clerk.name}</h1>
              {clerk.no && <p>{t('evaluator.number', { no: clerk.no })}</p>}
              {clerk.post && <p>{clerk.post}</p>}
            </div>
          </div>
        )}
        <div className="resting-now">
          <p className="resting-state" role="status">
            {t(`evaluator.state.${sign.state}`, { number: sign.number ?? '' })}
          </p>
          {sign.pausedFor && <p>{sign.pausedFor}</p>}
          {sign.services.length > 0 && (
            <div className="resting-services">
              <h2>{t('evaluator.services')}</h2>
              <ul>
                {sign.services.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </section>
      {hall.notice && <footer className="resting-notice">{hall.notice}</footer>}
    </>
  )
}

/** Stands for a photo until there is one. */
function Silhouette({ label }: { label: string }) {
  return (
    <svg className="resting-photo" viewBox="0 0 150 180" role="img" aria-label={label}>
      <rect width="150" height="180" rx="10" />
      <circle cx="75" cy="70" r="32" />
      <path d="M15 180c0-42 26-64 60-64s60 22 60 64z" />
    </svg>
  )
}
