import type { TodayView } from '@jiaohao/core/views/today.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { ReactNode } from 'react'
import { minutesAndSeconds } from '../elapsed.ts'
import { useHall } from '../hall-names.tsx'
import { fewest } from '../report/ratings.ts'
import './figures.css'

/** The day in seven numbers; waiting and the longest wait come first and largest. */
export function Figures({ view, nowMs }: { view: TodayView; nowMs: number }) {
  const { t } = useTexts()
  const { longestWaitMinutes } = useHall().hall.policy
  const { counts, longestSinceMs } = view
  const longestMs = longestSinceMs === null ? null : nowMs - longestSinceMs
  return (
    <dl className="console-figures">
      <Figure
        large
        name={t('today.waiting')}
        value={counts.waiting}
        unit={t('today.people')}
        note={t('today.waitingNote', { serving: counts.serving, held: counts.held })}
      />
      <Figure
        large
        name={t('today.longest')}
        value={longestMs === null ? '—' : minutesAndSeconds(longestMs)}
        note={longestMs === null ? t('today.nobodyWaits') : t('today.minSec')}
        alarm={longestMs !== null && longestMs >= longestWaitMinutes * 60_000}
      />
      <Figure name={t('today.taken')} value={counts.taken} unit={t('today.takenUnit')} />
      <Figure name={t('today.called')} value={counts.called} unit={t('today.times')} />
      <Figure name={t('today.finished')} value={counts.finished} unit={t('today.finishedUnit')} />
      <Figure
        name={t('today.missed')}
        value={counts.missed}
        unit={t('today.times')}
        note={
          counts.called < fewest
            ? ''
            : t('today.missedNote', { percent: Math.round((counts.missed / counts.called) * 100) })
        }
      />
      <Figure
        name={t('today.rated')}
        value={counts.rated}
        unit={`/ ${counts.rateable}`}
        note={
          counts.rateable < fewest
            ? t('today.tooFew', { n: counts.rateable })
            : t('today.ratedNote', { percent: Math.round((counts.rated / counts.rateable) * 100) })
        }
        more={<a href="#/report">{t('today.toRatings')}</a>}
      />
    </dl>
  )
}

function Figure({
  name,
  value,
  unit = '',
  note = '',
  more = null,
  large = false,
  alarm = false,
}: {
  name: string
  value: ReactNode
  unit?: string
  note?: string
  more?: ReactNode
  large?: boolean
  alarm?: boolean
}) {
  return (
    <div className="figure" data-large={large} data-alarm={alarm}>
      <dt>{name}</dt>
      <dd className="figure-value">
        {value} {unit && <small>{unit}</small>}
      </dd>
      <dd className="figure-note">
        {note} {more}
      </dd>
    </div>
  )
}
