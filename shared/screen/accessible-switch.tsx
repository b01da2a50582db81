import { useAccessible } from './accessible.tsx'
import { useTexts } from './texts.tsx'
import './accessible-switch.css'

/** The one switch of the mode, the same on every citizen's screen: what it will do in words, a wheelchair beside it. */
export function AccessibleSwitch() {
  const { t } = useTexts()
  const { on, turn } = useAccessible()
  return (
    <button
      type="button"
      className="accessible-switch"
      aria-pressed={on}
      aria-label={t('accessible.about')}
      onClick={() => turn(!on)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="10" cy="3.6" r="2" />
        <path d="M10 7v7h6l3 6M10 10h5M8 11.5a5.2 5.2 0 1 0 6.6 6.6" />
      </svg>
      {t(on ? 'accessible.off' : 'accessible.on')}
    </button>
  )
}
