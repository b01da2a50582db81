import type { GuideLine } from '@jiaohao/core/contract/items.ts'
import { promisedWords } from '@jiaohao/core/text/item-words.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Choosable, Chosen } from './chosen.ts'
import './guide-lines.css'

/** Items to read about or to choose; one that no counter works together with those chosen says so. */
export function GuideLines({
  lines,
  chosen,
  onRead,
}: {
  lines: readonly GuideLine[]
  chosen: Chosen
  onRead(item: Choosable): void
}) {
  const { t, language, nameOf } = useTexts()
  return (
    <ul className="guide-lines">
      {lines.map((line) => {
        const name = nameOf(line)
        const can = chosen.can(line)
        return (
          <li key={line.id}>
            <button
              type="button"
              className="guide-line"
              aria-label={t('guide.read', { name })}
              onClick={() => onRead(line)}
            >
              <span className="guide-line-name">{name}</span>
              <span className="guide-line-about">
                <span className={`guide-kind guide-kind-${line.kind}`}>{t(`guide.kind.${line.kind}`)}</span>
                {line.promised && line.promised.days > 0 && promisedWords(line.promised, language)}
                {line.department !== '' && <span>{line.department}</span>}
              </span>
            </button>
            <button
              type="button"
              className="guide-choose"
              aria-pressed={can === 'chosen'}
              disabled={can === 'apart' || can === 'full'}
              onClick={() => chosen.toggle(line)}
            >
              {can === 'yes' ? t('guide.choose') : t(`guide.${can}`)}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
