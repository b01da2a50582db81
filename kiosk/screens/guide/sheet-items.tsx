import { routes } from '@jiaohao/core/contract/routes.ts'
import { materialWords } from '@jiaohao/core/text/item-words.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Chosen } from './chosen.ts'
import { useItems, useRead } from './use-read.ts'
import './sheet-items.css'

const mostOffered = 8

/** On a service's sheet: what it is taken for, if the citizen likes to say, and what that asks to bring. */
export function SheetItems({
  serviceId,
  chosen,
  disabled,
}: {
  serviceId: string
  chosen: Chosen
  disabled: boolean
}) {
  const { t, language, nameOf } = useTexts()
  const read = useRead(routes.guideItems, { query: { serviceId, words: '', after: 0 } })
  const items = useItems(chosen.items.map(({ id }) => id))
  const offered = read.is === 'here' ? read.reply.items.slice(0, mostOffered) : []
  const others = chosen.items.filter(({ id }) => !offered.some((line) => line.id === id))
  return (
    <section className="sheet-items">
      <h3>{t('guide.sheetItems')}</h3>
      <div className="sheet-items-offered">
        {[...others, ...offered].map((line) => {
          const can = chosen.can(line)
          return (
            <button
              key={line.id}
              type="button"
              aria-pressed={can === 'chosen'}
              disabled={disabled || can === 'apart' || can === 'full'}
              onClick={() => chosen.toggle(line)}
            >
              {nameOf(line)}
            </button>
          )
        })}
      </div>
      {items.map((item) => (
        <div key={item.id} className="bring">
          <h3>{nameOf(item)}</h3>
          {item.materials.length === 0 ? (
            <p>{t('guide.noMaterials')}</p>
          ) : (
            <ul>
              {item.materials.map((material) => (
                <li key={`${material.text} ${material.form}`}>{materialWords(material, language)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  )
}
