import type { GuideItem } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import './samples.css'

type Sample = GuideItem['samples'][number]

/** Forms filled in as they should be, each to be seen over the whole screen. */
export function Samples({ samples }: { samples: GuideItem['samples'] }) {
  const { t } = useTexts()
  const [seen, setSeen] = useState<Sample | null>(null)
  if (samples.length === 0) return null
  return (
    <div className="samples">
      {samples.map((sample) => (
        <button key={sample.title} type="button" onClick={() => setSeen(sample)}>
          {t('guide.sample', { title: sample.title })}
        </button>
      ))}
      {seen && <LargeSample sample={seen} onClose={() => setSeen(null)} />}
    </div>
  )
}

const scales = [1, 1.5, 2.25]

function LargeSample({ sample, onClose }: { sample: Sample; onClose(): void }) {
  const { t } = useTexts()
  const [step, setStep] = useState(0)
  const scale = scales[step] ?? 1
  return (
    <div className="sample-large" role="dialog" aria-label={sample.title}>
      <h3>{sample.title}</h3>
      <div className="sample-place">
        {sample.is === 'image' ? (
          <img src={imageUrl(sample.imageId)} alt={sample.title} style={{ width: `${scale * 100}%` }} />
        ) : (
          <div className="sample-text" style={{ fontSize: `${scale * 1.2}em` }}>
            {sample.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
      </div>
      <div className="sample-buttons">
        <button type="button" disabled={step === 0} onClick={() => setStep(step - 1)}>
          {t('guide.smaller')}
        </button>
        <button type="button" disabled={step === scales.length - 1} onClick={() => setStep(step + 1)}>
          {t('guide.larger')}
        </button>
        <button type="button" className="sample-close" onClick={onClose}>
          {t('guide.closeSample')}
        </button>
      </div>
    </div>
  )
}

const imageUrl = (id: string): string => routes.guideImage.path.replace(':id', id)
