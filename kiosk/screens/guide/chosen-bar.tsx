import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Chosen } from './chosen.ts'
import './chosen-bar.css'

/** What is chosen for one number, and what can be done about it. */
export function ChosenBar({
  chosen,
  canPrint,
  busy,
  onPrint,
  onTake,
}: {
  chosen: Chosen
  canPrint: boolean
  busy: boolean
  onPrint(): void
  onTake(): void
}) {
  const { t, nameOf } = useTexts()
  if (chosen.items.length === 0) return null
  return (
    <div className="chosen-bar">
      <p>
        <strong>{t('guide.chosenCount', { count: chosen.items.length })}</strong>
        <span>{chosen.items.map(nameOf).join('、')}</span>
      </p>
      {canPrint && (
        <button type="button" disabled={busy} onClick={onPrint}>
          {t('guide.printShort')}
        </button>
      )}
      <button type="button" className="chosen-bar-take" disabled={chosen.queue === null} onClick={onTake}>
        {t('guide.takeChosen')}
      </button>
    </div>
  )
}
