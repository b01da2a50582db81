import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert } from 'antd'
import { useChangeWords } from './change-words.ts'
import type { Change } from './changes.ts'

/** Somebody else saved first: theirs is loaded, nothing typed is lost, and where both changed one thing it is named. */
export function MergedNote({ both, close }: { both: Change[]; close: () => void }) {
  const { t } = useTexts()
  const words = useChangeWords()
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose: close }}
      title={t('hall.merged.title')}
      description={
        both.length === 0 ? (
          t('hall.merged.apart')
        ) : (
          <>
            {t('hall.merged.both')}
            <ul>
              {both.map((change) => (
                <li key={`${change.where} ${change.id}`}>{words(change)}</li>
              ))}
            </ul>
          </>
        )
      }
    />
  )
}
