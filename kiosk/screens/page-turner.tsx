import { useTexts } from '@jiaohao/screen/texts.tsx'

/** Two large buttons instead of a swipe. */
export function PageTurner({ at, of, onTurn }: { at: number; of: number; onTurn(page: number): void }) {
  const { t } = useTexts()
  return (
    <div className="turner">
      <button type="button" disabled={at === 0} onClick={() => onTurn(at - 1)}>
        <span aria-hidden="true">‹</span> {t('kiosk.pages.before')}
      </button>
      <span className="turner-at" role="status">
        {t('kiosk.pages.at', { page: at + 1, pages: of })}
      </span>
      <button type="button" disabled={at === of - 1} onClick={() => onTurn(at + 1)}>
        {t('kiosk.pages.after')} <span aria-hidden="true">›</span>
      </button>
    </div>
  )
}
