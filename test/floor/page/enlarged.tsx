import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import './enlarged.css'

interface Props {
  title: string
  /** `side` comes from the right and leaves the hall in sight. */
  shape?: 'middle' | 'side'
  onClose(): void
  children: ReactNode
}

/** One thing of the hall, large; Esc, the cross and a press beside it close it. */
export function Enlarged({ title, shape = 'middle', onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { t } = useTexts()
  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    if (!element.open) element.showModal()
    return () => element.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`enlarged enlarged-${shape}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="enlarged-body">
        <header className="enlarged-head">
          <h2>{title}</h2>
          <button type="button" className="floor-button" onClick={onClose}>
            <Icon name="close" />
            {t('floor.close')}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
