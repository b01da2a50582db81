import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Desk } from './use-desk.ts'
import './told-line.css'

/** Under the ticket, always in the same place: why not, or what was done. */
export function ToldLine({ desk }: { desk: Desk }) {
  const { t } = useTexts()
  const { underWay } = desk
  const told = desk.online ? desk.told : { tone: 'no' as const, text: t('counter.away'), undo: undefined }
  const undo = told?.undo
  return (
    <div
      className="told-line"
      data-tone={told?.tone ?? 'none'}
      role={told?.tone === 'no' ? 'alert' : 'status'}
    >
      {told && (
        <>
          <span aria-hidden="true">{told.tone === 'no' ? '!' : '✓'}</span>
          <p>{told.text}</p>
          {undo && (
            <button type="button" onClick={() => desk.undoMiss(undo)}>
              {t('counter.undo')} <kbd>Ctrl+Z</kbd>
            </button>
          )}
        </>
      )}
      {!told && underWay && <p>{t('counter.underWay')}</p>}
    </div>
  )
}
