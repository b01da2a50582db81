import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import type { FloorKiosk } from '../contract.ts'
import { Icon } from './icon.tsx'
import { KioskStand } from './kiosk-stand.tsx'
import './kiosk-corner.css'

const liveAtMost = 2

/** The kiosks: two live, side by side where there is room and one behind the other where not; the others are links. */
export function KioskCorner({ kiosks, ringed }: { kiosks: readonly FloorKiosk[]; ringed: boolean }) {
  const { t } = useTexts()
  const [chosen, setChosen] = useState(0)
  const live = kiosks.slice(0, liveAtMost)
  return (
    <section className="kiosk-corner" aria-label={t('floor.kiosk.heading')}>
      <header>
        <h2 className="floor-heading">{t('floor.kiosk.heading')}</h2>
        {live.length > 1 && (
          <div className="kiosk-corner-tabs">
            {live.map((kiosk, i) => (
              <button key={kiosk.id} type="button" aria-pressed={i === chosen} onClick={() => setChosen(i)}>
                {[kiosk, kiosk.reader, kiosk.scanner].some(({ faults }) => faults.length > 0) && (
                  <Icon name="warn" />
                )}
                {kiosk.name}
              </button>
            ))}
          </div>
        )}
        {kiosks.slice(liveAtMost).map(({ id, name, url }) => (
          <a key={id} className="floor-button" href={url} target="_blank" rel="noreferrer">
            {name}
            <Icon name="away" />
          </a>
        ))}
      </header>
      <div className="kiosk-corner-stands">
        {live.map((kiosk, i) => (
          <KioskStand key={kiosk.id} kiosk={kiosk} behind={i !== chosen} ringed={ringed} />
        ))}
      </div>
    </section>
  )
}
