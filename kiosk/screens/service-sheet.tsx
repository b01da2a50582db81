import type { WorkedTogether } from '@jiaohao/core/items/queue-for.ts'
import { type Need, needs } from '@jiaohao/core/queue/need.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { KioskService, KioskView, OtherKiosk } from '@jiaohao/core/views/kiosk.ts'
import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useRef, useState } from 'react'
import { ByButtons } from './by-buttons.tsx'
import { CountdownRing } from './countdown-ring.tsx'
import { elsewhere } from './elsewhere.ts'
import { type Choosable, chosenOf } from './guide/chosen.ts'
import { SheetItems } from './guide/sheet-items.tsx'
import { NeedsChoice } from './needs-choice.tsx'
import type { Paper } from './paper.ts'
import { PriorityChoice } from './priority-choice.tsx'
import { shutWords } from './shut-words.ts'
import { ToBring } from './to-bring.tsx'
import { useIdle } from './use-idle.ts'
import { useSpoken } from './use-spoken.ts'
import { waitWords } from './wait-words.ts'
import './service-sheet.css'

interface Props {
  service: KioskService
  /** Without the hub nobody here knows who waits. */
  queueKnown: boolean
  /** The card laid on, masked; null while there is none. */
  card: string | null
  priorityClasses: KioskView['priorityClasses']
  paper: Paper
  /** Kiosks that print now, for when this one cannot. */
  otherKiosks: readonly OtherKiosk[]
  /** Which services single counters work. */
  together: WorkedTogether
  /** What the citizen has come for, so far. */
  chosen: readonly Choosable[]
  asking: boolean
  refused: Reason | null
  onTake(
    priorityClass: { id: string; name: string } | null,
    needs: Need[],
    chosen: readonly Choosable[],
  ): void
  onBack(): void
}

const idleSeconds = 30
const ringFromSeconds = 15

/** One sheet before a number is taken: how long, where, what to bring, and one large button. */
export function ServiceSheet(props: Props) {
  const {
    service,
    queueKnown,
    card,
    priorityClasses,
    paper,
    otherKiosks,
    together,
    asking,
    refused,
    onTake,
    onBack,
  } = props
  const { t, nameOf, refusal } = useTexts()
  const { on } = useAccessible()
  const [classId, setClassId] = useState('')
  const [chosen, setChosen] = useState<Need[]>(['largeSlip'])
  const offered = needs.filter(
    (need) => (need !== 'lowCounter' || service.low) && (need !== 'largeSlip' || paper.is === 'ready'),
  )
  const [items, setItems] = useState(props.chosen)
  const forItems = chosenOf(items, together, setItems)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const left = useIdle(asking ? null : idleSeconds, 'sheet', onBack)
  const slow = useSlow(asking)
  const name = nameOf(service)
  const priorityClass = priorityClasses.find(({ id }) => id === classId) ?? null
  const { shut } = service
  const needsCard = service.identity === 'required' && card === null
  const why = shut && shutWords(service, t, refusal)
  const prompt = why
    ? t('kiosk.spoken.shut', { name, reason: why })
    : queueKnown
      ? t('kiosk.spoken.sheet', { name, count: service.waiting })
      : t('kiosk.spoken.giving', { name })
  useSpoken(prompt)

  return (
    <section className="sheet">
      <div className="sheet-content">
        <div className="sheet-title">
          {service.department !== '' && <p>{service.department}</p>}
          <h2 ref={title} tabIndex={-1} className={[...name].length > 16 ? 'sheet-name-long' : undefined}>
            {name}
          </h2>
        </div>
        <dl className="sheet-facts">
          {!shut && queueKnown && (
            <>
              <div>
                <dt>{t('kiosk.sheet.ahead')}</dt>
                <dd>{t('kiosk.sheet.people', { count: service.waiting })}</dd>
              </div>
              <div>
                <dt>{t('kiosk.sheet.wait')}</dt>
                <dd>{service.wait ? waitWords(service.wait, t) : t('kiosk.sheet.noWait')}</dd>
              </div>
            </>
          )}
          <div>
            <dt>{t('kiosk.sheet.where')}</dt>
            <dd>{service.where}</dd>
          </div>
        </dl>
        <ByButtons>
          {(service.items > 0 || items.length > 0) && (
            <SheetItems serviceId={service.id} chosen={forItems} disabled={asking} />
          )}
          {items.length === 0 && <ToBring bring={service.bring} />}
        </ByButtons>
        {!shut && priorityClasses.length > 0 && (
          <PriorityChoice
            classes={priorityClasses}
            chosen={classId}
            disabled={asking}
            onChoose={setClassId}
          />
        )}
        {!shut && on && (
          <NeedsChoice chosen={chosen} offered={offered} disabled={asking} onChoose={setChosen} />
        )}
      </div>
      <div className="sheet-say" aria-live="assertive">
        {refused && <p className="sheet-refused">{t('kiosk.sheet.refused', { reason: refusal(refused) })}</p>}
        {why && !refused && <p className="sheet-refused">{why}</p>}
        {!shut && !queueKnown && !refused && <p className="sheet-on-screen">{t('kiosk.giving.sheet')}</p>}
        {!shut && paper.is !== 'ready' && (
          <p className="sheet-on-screen">
            {t('kiosk.sheet.onScreen')}
            {paper.is === 'trouble' && <span>{elsewhere(otherKiosks, t)}</span>}
          </p>
        )}
        {!shut && service.identity !== 'none' && (
          <p className={card === null ? undefined : 'sheet-card-read'}>
            {card === null ? t(`kiosk.sheet.card.${service.identity}`) : t('kiosk.sheet.card.read', { card })}
          </p>
        )}
        {slow && <p className="sheet-on-screen">{t('kiosk.sheet.slow')}</p>}
      </div>
      <div className="sheet-buttons">
        <button type="button" className="sheet-back" disabled={asking} onClick={onBack}>
          {!asking && left <= ringFromSeconds && (
            <CountdownRing left={left} of={idleSeconds} label={t('kiosk.sheet.backIn', { seconds: left })} />
          )}
          {t('kiosk.sheet.back')}
        </button>
        {!shut && (
          <button
            type="button"
            className="sheet-take"
            disabled={asking || needsCard}
            onClick={() =>
              onTake(priorityClass, on ? chosen.filter((need) => offered.includes(need)) : [], items)
            }
          >
            {asking
              ? t('kiosk.sheet.asking')
              : priorityClass
                ? t('kiosk.sheet.takePriority', { name: nameOf(priorityClass) })
                : t('kiosk.sheet.take')}
          </button>
        )}
      </div>
    </section>
  )
}

/** Has an answer been outstanding for longer than a hurried person trusts a screen? */
function useSlow(asking: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!asking) return
    const timer = setTimeout(() => setSlow(true), 4_000)
    return () => clearTimeout(timer)
  }, [asking])
  return slow
}
