import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { demoCardNames, type FloorKiosk, faultsOf } from '../contract.ts'
import { useAct } from './acts.tsx'
import { Enlarged } from './enlarged.tsx'
import { FaultBadge } from './fault-badge.tsx'
import { FaultChips } from './fault-chips.tsx'
import './hold-to-kiosk.css'

const longestCode = 200

/** A card or a code in a citizen's hand, beside the kiosk it is held to; and the switches that break reader and scanner. */
export function HoldToKiosk({ kiosk, onClose }: { kiosk: FloorKiosk; onClose(): void }) {
  const { t } = useTexts()
  const { act, note, disabled } = useAct()
  const [text, setText] = useState('')
  const { id: kioskId, name, reader, scanner } = kiosk
  return (
    <Enlarged title={t('floor.hold.title', { name })} shape="side" onClose={onClose}>
      <section className="hold">
        <h3>
          {t('floor.hold.reader')}
          <FaultBadge faults={reader.faults} />
        </h3>
        <div className="hold-cards">
          {demoCardNames.map((card) => (
            <button
              key={card}
              type="button"
              className="hold-card"
              disabled={disabled}
              aria-pressed={reader.card === card}
              onClick={() => act({ act: 'card', kioskId, card })}
            >
              <b>{t(`floor.hold.cards.${card}.what`)}</b>
              <span>{t(`floor.hold.cards.${card}.whose`)}</span>
            </button>
          ))}
        </div>
        <p role="status">{reader.card === null ? t('floor.hold.help') : t('floor.hold.lies')}</p>
        <FaultChips
          device={`idReader:${kioskId}`}
          name={t('floor.hold.reader')}
          faults={faultsOf.idReader}
          on={reader.faults}
        />
        <h3>
          {t('floor.hold.scanner')}
          <FaultBadge faults={scanner.faults} />
        </h3>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (text !== '') act({ act: 'scan', kioskId, text })
          }}
        >
          <input
            value={text}
            maxLength={longestCode}
            spellCheck={false}
            autoComplete="off"
            aria-label={t('floor.hold.code')}
            placeholder={t('floor.hold.code')}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="floor-button floor-button-main" disabled={disabled || text === ''}>
            {t('floor.hold.scan')}
          </button>
        </form>
        {note !== '' && <p role="status">{note}</p>}
        <FaultChips
          device={`scanner:${kioskId}`}
          name={t('floor.hold.scanner')}
          faults={faultsOf.scanner}
          on={scanner.faults}
        />
        <p>{t('floor.hold.told')}</p>
      </section>
    </Enlarged>
  )
}
