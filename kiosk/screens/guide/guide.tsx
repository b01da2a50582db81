import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { CountdownRing } from '../countdown-ring.tsx'
import type { Paper } from '../paper.ts'
import { useIdle } from '../use-idle.ts'
import { useSpoken } from '../use-spoken.ts'
import { type Choosable, chosenOf } from './chosen.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { GuideHome } from './guide-home.tsx'
import { GuideItemPage } from './guide-item.tsx'
import { GuideList } from './guide-list.tsx'
import { PrintingLine } from './printing-line.tsx'
import { useChecklist } from './use-checklist.ts'
import './guide.css'

type Place = { is: 'home' } | { is: 'department'; name: string } | { is: 'item'; item: Choosable }

interface Props {
  view: KioskView
  paper: Paper
  onSend(command: Command): Promise<Answer>
  onTake(serviceId: string, chosen: readonly Choosable[]): void
  onBack(): void
}

const idleSeconds = 90
const ringFromSeconds = 20

/** The guide 办事指南 at the kiosk: look up, read, print what to bring, choose, and take one number for it all. */
export function Guide({ view, paper, onSend, onTake, onBack }: Props) {
  const { t } = useTexts()
  const [trail, setTrail] = useState<Place[]>([])
  const [typed, setTyped] = useState('')
  const [items, setItems] = useState<Choosable[]>([])
  const chosen = chosenOf(items, view.guide.together, setItems)
  const { printing, print } = useChecklist(view, onSend)
  const place = trail.at(-1) ?? { is: 'home' }
  const left = useIdle(idleSeconds, JSON.stringify(place), onBack)
  useSpoken(place.is === 'home' && typed === '' ? t('guide.spoken.home') : '')

  const canPrint = paper.is === 'ready'
  const busy = printing.is === 'underWay'
  const to = (next: Place) => setTrail([...trail, next])
  const read = (item: Choosable) => to({ is: 'item', item })
  const alone = place.is === 'item' && items.length === 0 ? place.item : null
  const back = () => {
    if (trail.length > 0) setTrail(trail.slice(0, -1))
    else if (typed !== '') setTyped('')
    else onBack()
  }

  return (
    <section className="guide">
      <div className="guide-title">
        <h2>{place.is === 'department' && place.name !== '' ? place.name : t('guide.title')}</h2>
        {place.is === 'home' && <p>{t('guide.about')}</p>}
      </div>
      {place.is === 'home' && (
        <GuideHome
          typed={typed}
          chosen={chosen}
          onType={setTyped}
          onDepartment={(name) => to({ is: 'department', name })}
          onRead={read}
        />
      )}
      {place.is === 'department' && (
        <GuideList among={{ department: place.name }} chosen={chosen} onRead={read} />
      )}
      {place.is === 'item' && <GuideItemPage key={place.item.id} id={place.item.id} chosen={chosen} />}
      <PrintingLine printing={printing} canPrint={canPrint || items.length === 0} />
      <ChosenBar
        chosen={chosen}
        canPrint={canPrint}
        busy={busy}
        onPrint={() => print(items.map(({ id }) => id))}
        onTake={() => chosen.queue !== null && onTake(chosen.queue, items)}
      />
      <div className="guide-buttons">
        <button type="button" onClick={back}>
          {t('guide.back')}
        </button>
        <button type="button" onClick={onBack}>
          {left <= ringFromSeconds && (
            <CountdownRing left={left} of={idleSeconds} label={t('guide.backIn', { seconds: left })} />
          )}
          {t('guide.home')}
        </button>
        {alone && canPrint && (
          <button type="button" className="guide-print" disabled={busy} onClick={() => print([alone.id])}>
            {t('guide.printShort')}
          </button>
        )}
        {alone && (
          <button type="button" className="guide-take" onClick={() => onTake(alone.serviceId, [alone])}>
            {t('guide.takeChosen')}
          </button>
        )}
      </div>
    </section>
  )
}
