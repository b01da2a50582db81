import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { ReactNode } from 'react'
import { minutesAndSeconds } from '../elapsed.ts'
import { fewest } from '../report/ratings.ts'
import { longWaitMinutes } from './alarms.ts'

/** The day in seven numbers; waiting and the longest wait come first and largest. */
export function Figures({ view, nowMs }: { view: TodayView; nowMs: number }) {
  const { t } = useTexts()
  const { counts, longestSinceMs } = view
  const longestMs = longestSinceMs === null ? null : nowMs - longestSinceMs
  return (
    <dl className="console-figures">
      <Figure
        large
        name={t('today.waiting')}
        value={counts.waiting}
        note={t('today.waitingNote', { serving: counts.serving, held: counts.held })}
      />
      <Figure
        large
        name={t('today.longest')}
        value={longestMs === null ? '—' : minutesAndSeconds(longestMs)}
        note={longestMs === null ? t('today.nobodyWaits') : t('today.minSec')}
        alarm={longestMs !== null && longestMs >= longWaitMinutes * 60_000}
      />
      <Figure name={t('today.taken')} value={counts.taken} note={t('today.takenNote')} />
      <Figure name={t('today.called')} value={counts.called} note={t('today.calledNote')} />
      <Figure name={t('today.finished')} value={counts.finished} note={t('today.finishedNote')} />
      <Figure name={t('today.missed')} value={counts.missed} note={t('today.missedNote')} />
      <Figure
        name={t('today.rated')}
        value={
          <>
            {counts.rated}
            <small> / {counts.rateable}</small>
          </>
        }
        note={
          counts.rateable < fewest
            ? t('today.tooFew', { n: counts.rateable })
            : t('today.ratedNote', { percent: Math.round((counts.rated / counts.rateable) * 100) })
        }
      />
    </dl>
  )
}

function Figure({
  name,
  value,
  note,
  large = false,
  alarm = false,
}: {
  name: string
  value: ReactNode
  note: string
  large?: boolean
  alarm?: boolean
}) {
  return (
    <div className="figure" data-large={large} data-alarm={alarm}>
      <dt>{name}</dt>
      <dd className="figure-value">{value}</dd>
      <dd className="figure-note">{note}</dd>
    </div>
  )
}
