import type { ReplayPage } from '@jiaohao/core/contract/replay.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useMemo } from 'react'
import { HallPicture } from './hall-picture.tsx'
import { openPictures } from './picture.ts'
import { Transport } from './transport.tsx'
import { useHallTime } from './use-hall-time.ts'
import { WhatIfPanel } from './what-if-panel.tsx'

/** One day: the hall as it was at the instant shown, the controls of time, and what might have been. */
export function DaySeen({ replay }: { replay: ReplayPage }) {
  const { t } = useTexts()
  const { moments, counters } = replay
  const pictures = useMemo(() => openPictures(moments), [moments])
  const span = { fromMs: moments[0]?.atMs ?? 0, toMs: moments.at(-1)?.atMs ?? 0 }
  const time = useHallTime(span)
  const opened = useMemo(
    () => new Set(moments.flatMap((each) => each.counters ?? []).map(counterIdOf)),
    [moments],
  )
  if (moments.length === 0) return <p className="replay-progress">{t('floor.replay.empty')}</p>
  return (
    <>
      <main className="replay-hall">
        <HallPicture replay={replay} picture={pictures.at(time.atMs)} />
        <WhatIfPanel day={replay.day} counters={counters.filter(({ id }) => opened.has(id))} />
      </main>
      <Transport span={span} timeZone={replay.timeZone} time={time} />
    </>
  )
}

const counterIdOf = ({ counterId }: { counterId: string }) => counterId
