import { routes } from '@jiaohao/core/contract/routes.ts'
import { dayOf } from '@jiaohao/core/queue/day.ts'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useHall } from '../hall-names.tsx'
import { Told } from '../told.tsx'
import { quickRange, type Range } from './days.ts'
import { RangeBar } from './range-bar.tsx'
import { ReportSheet } from './report-sheet.tsx'

/** The report of some days; today by default, so waits and ratings are one click away. */
export function ReportPage() {
  const hub = useHub()
  const { timeZone } = useHall().hall
  const today = dayOf(Date.now() + hub.clockOffsetMs(), timeZone)
  const [range, setRange] = useState<Range>(quickRange('today', today))
  return (
    <>
      <RangeBar range={range} setRange={setRange} today={today} />
      <ReportOf key={`${range.from} ${range.to}`} range={range} />
    </>
  )
}

function ReportOf({ range }: { range: Range }) {
  const { asked, again } = useAsked(routes.report, { query: range })
  return (
    <Told asked={asked} again={again}>
      {(report) => <ReportSheet report={report} />}
    </Told>
  )
}
