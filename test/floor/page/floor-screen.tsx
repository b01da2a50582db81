import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useMemo, useState } from 'react'
import type { Floor, FloorAct } from '../contract.ts'
import { type Acts, ActsProvider } from './acts.tsx'
import { AwayBanner } from './away-banner.tsx'
import { BoardWall } from './board-wall.tsx'
import { CounterDesk } from './counter-desk.tsx'
import { CounterLarge } from './counter-large.tsx'
import { FirstStepsStrip } from './first-steps-strip.tsx'
import { FloorBar } from './floor-bar.tsx'
import type { ActAnswer, FloorLinkState } from './floor-link.ts'
import { FloorMessage } from './floor-message.tsx'
import { KioskCorner } from './kiosk-corner.tsx'
import { useFirstSteps } from './use-first-steps.ts'
import { WaitingArea } from './waiting-area.tsx'
import './floor-screen.css'

interface Props {
  floor: Floor | null
  link: FloorLinkState
  onAct(act: FloorAct): Promise<ActAnswer>
}

/** The whole hall as a drawing that works: kiosks left, boards above, people waiting, counters below. */
export function FloorScreen({ floor, link, onAct }: Props) {
  const { t } = useTexts()
  const [large, setLarge] = useState<string | null>(null)
  const steps = useFirstSteps(floor)
  const online = link.is === 'online'
  const { did } = steps
  const acts: Acts = useMemo(
    () => ({
      online,
      act: async (act) => {
        const answer = await onAct(act)
        if (answer === 'silent' || !('done' in answer)) return answer
        did(act)
        return answer
      },
    }),
    [onAct, online, did],
  )

  if (link.is === 'none') return <FloorMessage title={t('floor.link.none')} todo={t('floor.link.noneTodo')} />
  if (floor === null)
    return <FloorMessage title={t(`floor.link.connecting`)} todo="" waiting awaySinceMs={awaySince(link)} />

  const enlarged = floor.counters.find(({ counterId }) => counterId === large)
  const { target } = steps
  return (
    <ActsProvider value={acts}>
      <div className={online ? 'floor' : 'floor floor-away'}>
        <FloorBar floor={floor} />
        {link.is === 'away' && <AwayBanner sinceMs={link.sinceMs} />}
        <FirstStepsStrip steps={steps} consoleUrl={floor.consoleUrl} />
        {floor.counters.length + floor.kiosks.length === 0 ? (
          <FloorMessage title={t('floor.link.empty')} todo={t('floor.link.emptyTodo')} />
        ) : (
          <main className="floor-hall">
            <KioskCorner kiosks={floor.kiosks} ringed={target?.step === 'take'} />
            <BoardWall boards={floor.boards} />
            <WaitingArea waiting={floor.counts.waiting} />
            <section className="floor-counters" aria-label={t('floor.counter.heading')}>
              {floor.counters.map((counter) => (
                <CounterDesk
                  key={counter.counterId}
                  counter={counter}
                  busFaults={floor.keypadFaults}
                  target={
                    target && 'counterId' in target && target.counterId === counter.counterId ? target : null
                  }
                  onEnlarge={() => setLarge(counter.counterId)}
                />
              ))}
            </section>
          </main>
        )}
        {enlarged && (
          <CounterLarge
            key={enlarged.counterId}
            counter={enlarged}
            busFaults={floor.keypadFaults}
            onClose={() => setLarge(null)}
          />
        )}
      </div>
    </ActsProvider>
  )
}

const awaySince = (link: FloorLinkState): number | null => (link.is === 'away' ? link.sinceMs : null)
