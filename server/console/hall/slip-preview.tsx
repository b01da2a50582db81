import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { fileOf, languages, usualLanguage } from '@jiaohao/core/text/language.ts'
import type { Columns } from '@jiaohao/core/text/slip-lines.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Segmented } from 'antd'
import { useState } from 'react'
import { sampleSlip } from './slip-sample.ts'

/** The paper as it would come out now, beside what is being changed. */
export function SlipPreview({ hall }: { hall: HallSetUp }) {
  const { t } = useTexts()
  const [language, setLanguage] = useState(usualLanguage)
  const [columns, setColumns] = useState<Columns>(48)
  const [atMs] = useState(() => Date.now())
  return (
    <figure className="slip-preview">
      <div className="slip-preview-bar">
        <Segmented
          value={columns}
          options={[
            { value: 48, label: t('hall.slip.paper', { mm: 80 }) },
            { value: 32, label: t('hall.slip.paper', { mm: 58 }) },
          ]}
          onChange={(next) => setColumns(next === 32 ? 32 : 48)}
        />
        <Segmented
          value={language}
          options={languages.map((id) => ({ value: id, label: fileOf(id).name }))}
          onChange={setLanguage}
        />
      </div>
      <img
        className={columns === 48 ? 'slip-paper' : 'slip-paper slip-paper-narrow'}
        alt={t('hall.slip.preview')}
        src={sampleSlip(hall, language, columns, atMs)}
      />
      <figcaption className="quiet">{t('hall.slip.previewHelp')}</figcaption>
    </figure>
  )
}
