import { materialWords } from '@jiaohao/core/text/item-words.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './hero-items.css'

/** What the citizen has come for, and the papers each of it asks to see; a long list opens at a press. */
export function HeroItems({ checklist }: { checklist: CounterView['checklist'] }) {
  const { t, language } = useTexts()
  if (checklist.length === 0) return null
  return (
    <section className="hero-items" aria-label={t('counter.hero.items')}>
      {checklist.map(({ id, name, materials }) => (
        <details key={id} open={checklist.length <= 2}>
          <summary>
            {name}
            <span>{t('counter.hero.materials', { count: materials.length })}</span>
          </summary>
          {materials.length > 0 && (
            <ul>
              {materials.map((material) => (
                <li key={`${material.text} ${material.form}`} data-optional={!material.mandatory}>
                  {materialWords(material, language)}
                  {material.note !== '' && <small>{material.note}</small>}
                </li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  )
}
