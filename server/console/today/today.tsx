import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { Station } from '@jiaohao/core/contract/station.ts'
import type { TodayView } from '@jiaohao/core/views/today.ts'
import { Alarms } from './alarms-list.tsx'
import { Counters } from './counters.tsx'
import { Figures } from './figures.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NewestCalls } from './newest-calls.tsx'
import { Offline } from './offline.tsx'
import { Papers } from './papers.tsx'
import { Services } from './services.tsx'
import { StationsAtAGlance } from './stations-glance.tsx'
import './today.css'

/** The supervisor's first page: what is wrong, how many, where, and what was just called. */
export function Today({
  view,
  stations,
  alarms,
  nowMs,
  live,
  may,
}: {
  view: TodayView
  stations: Station[] | null
  /** Null until the hub has said what is wrong. */
  alarms: StandingAlarm[] | null
  nowMs: number
  /** False while the hub is away: then nothing can be called well. */
  live: boolean
  /** A supervisor's: closing counters. */
  may: boolean
}) {
  if (view.services.length === 0) return <FirstSteps />
  return (
    <div className="today">
      <Alarms alarms={alarms ?? []} known={live && alarms !== null} nowMs={nowMs} />
      <Figures view={view} nowMs={nowMs} />
      <div className="today-columns">
        <div className="today-column">
          <Services services={view.services} nowMs={nowMs} />
          <NewestCalls calls={view.calls} />
        </div>
        <div className="today-column">
          <Counters counters={view.counters} nowMs={nowMs} may={may && live} />
          {view.papers.length > 0 && <Papers papers={view.papers} />}
          <Offline view={view} stations={stations ?? []} />
          <StationsAtAGlance stations={stations} />
        </div>
      </div>
    </div>
  )
}
