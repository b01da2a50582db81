import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { type FloorKiosk, faultsOf } from '../contract.ts'
import { Enlarged } from './enlarged.tsx'
import { FaultBadge } from './fault-badge.tsx'
import { FaultChips } from './fault-chips.tsx'
import { HoldToKiosk } from './hold-to-kiosk.tsx'
import { Icon } from './icon.tsx'
import { LiveScreen } from './live-screen.tsx'
import { PaperTray } from './paper-tray.tsx'

interface Props {
  kiosk: FloorKiosk
  /** Another one stands before it where there is room for one. */
  behind: boolean
  ringed: boolean
}

/** A standing kiosk: its live screen, its printer with the paper coming out, and the printer's fault switches. */
export function KioskStand({ kiosk, behind, ringed }: Props) {
  const { t } = useTexts()
  const [large, setLarge] = useState(false)
  const [holding, setHolding] = useState(false)
  const { id, name, url, papers, faults } = kiosk
  const screen = t('floor.kiosk.screen', { name })
  return (
    <article className={behind ? 'kiosk-stand kiosk-stand-behind' : 'kiosk-stand'}>
      <div className={ringed ? 'kiosk-body floor-ringed' : 'kiosk-body'}>
        <LiveScreen url={url} title={screen} width={1080} height={1920} kioskId={id} />
        <div className={faults.length > 0 ? 'kiosk-slot is-broken' : 'kiosk-slot'}>
          <span>{t('floor.kiosk.printer')}</span>
          <FaultBadge faults={faults} />
        </div>
      </div>
      <PaperTray papers={papers} />
      <footer>
        <FaultChips
          device={`printer:${id}`}
          name={t('floor.kiosk.printer')}
          faults={faultsOf.printer}
          on={faults}
        />
        <div className="kiosk-ways">
          <button type="button" className="floor-button" onClick={() => setHolding(true)}>
            {t('floor.hold.open')}
          </button>
          <button type="button" className="floor-button" onClick={() => setLarge(true)}>
            <Icon name="enlarge" />
            {t('floor.enlarge')}
          </button>
          <a className="floor-button" href={url} target="_blank" rel="noreferrer">
            {t('floor.kiosk.openPage')}
            <Icon name="away" />
          </a>
        </div>
      </footer>
      {holding && <HoldToKiosk kiosk={kiosk} onClose={() => setHolding(false)} />}
      {large && (
        <Enlarged title={screen} onClose={() => setLarge(false)}>
          <div className="enlarged-kiosk">
            <LiveScreen url={url} title={screen} width={1080} height={1920} kioskId={id} />
          </div>
        </Enlarged>
      )}
    </article>
  )
}
