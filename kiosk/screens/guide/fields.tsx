import type { GuideItem } from '@jiaohao/core/contract/items.ts'
import { materialWords, promisedWords } from '@jiaohao/core/text/item-words.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { ReactNode } from 'react'
import './fields.css'

/** The seven public fields of an item; its name stands above them. What people come to read stands first. */
export function Fields({ item, children }: { item: GuideItem; children?: ReactNode }) {
  const { t, language } = useTexts()
  return (
    <dl className="fields">
      <div className="fields-short">
        <Field name={t('guide.field.promised')}>
          {item.promised ? promisedWords(item.promised, language) : ''}
        </Field>
        <Field name={t('guide.field.fee')}>{item.fee}</Field>
        <Field name={t('guide.field.result')}>{item.result}</Field>
        <Field name={t('guide.field.department')}>{item.department}</Field>
      </div>
      <Field name={t('guide.field.materials')}>
        {item.materials.length === 0 ? (
          t('guide.noMaterials')
        ) : (
          <ul className="fields-materials">
            {item.materials.map((material) => (
              <li key={`${material.text} ${material.form}`}>
                {materialWords(material, language)}
                {material.note !== '' && <small>{material.note}</small>}
              </li>
            ))}
          </ul>
        )}
        {children}
      </Field>
      <Field name={t('guide.field.steps')}>
        <ol className="fields-steps">
          {item.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Field>
      <Field name={t('guide.field.basis')}>
        {item.basis.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Field>
      {item.untilDay !== null && <Field name={t('guide.field.until')}>{item.untilDay}</Field>}
    </dl>
  )
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="field">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
