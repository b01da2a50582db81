import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useRef, useState } from 'react'
import { FaultChips } from './fault-chips.tsx'
import { Icon } from './icon.tsx'

interface Props {
  name: string
  devices: readonly { device: string; name: string; faults: readonly string[]; on: readonly string[] }[]
}

/** The plug beside a device: opens its fault switches; Esc, or a press elsewhere, closes them. */
export function FaultMenu({ name, devices }: Props) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: PointerEvent | FocusEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])
  const broken = devices.some(({ on }) => on.length > 0)
  return (
    <div className="fault-menu" ref={place}>
      <button
        type="button"
        ref={button}
        className={broken ? 'floor-button floor-button-square is-broken' : 'floor-button floor-button-square'}
        aria-expanded={open}
        aria-label={t('floor.fault.of', { name })}
        onClick={() => setOpen(!open)}
      >
        <Icon name="plug" />
      </button>
      {open && (
        <div className="fault-menu-open">
          <p>{t('floor.fault.make')}</p>
          {devices.map((each) => (
            <div key={each.device}>
              <b>{each.name}</b>
              <FaultChips {...each} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
