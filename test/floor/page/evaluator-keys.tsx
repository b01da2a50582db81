import { levels } from '@jiaohao/core/queue/indicators.ts'
import { Face } from '@jiaohao/screen/five-faces.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './evaluator-keys.css'

interface Props {
  asking: boolean
  disabled: boolean
  ringed: boolean
  /** The words under the faces, where there is room for them. */
  worded?: boolean
  onRate(value: number): void
}

/** The four-key evaluator: the value of a key on its wire is its place, best first. It lights when a rating is awaited. */
export function EvaluatorKeys({ asking, disabled, ringed, worded = false, onRate }: Props) {
  const { t } = useTexts()
  return (
    <fieldset
      className={`evaluator-keys${asking ? ' is-asking' : ''}${worded ? ' is-worded' : ''}${ringed ? ' floor-ringed' : ''}`}
      aria-label={t('floor.counter.evaluator')}
    >
      <p role="status">{t(asking ? 'floor.counter.askingNow' : 'floor.counter.evaluator')}</p>
      {levels.slice(0, 4).map(({ level }, value) => {
        const words = t(`levels.${level}`)
        return (
          <button
            key={level}
            type="button"
            disabled={disabled}
            title={words}
            aria-label={words}
            onClick={() => onRate(value)}
          >
            <Face level={level} />
            {worded && <span>{words}</span>}
          </button>
        )
      })}
    </fieldset>
  )
}
