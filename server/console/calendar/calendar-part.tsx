import { missingYears } from '@jiaohao/core/calendar/missing-years.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert } from 'antd'
import { useAsked } from '../asked.ts'
import { useHall, useHallClock } from '../hall-names.tsx'
import { Told } from '../told.tsx'
import { CalendarVersions } from './calendar-versions.tsx'
import { Closures } from './closures.tsx'
import { Years } from './years.tsx'
import './calendar.css'

/** Years somebody answers for by name, and time off with who approved it; each is in force once it is saved. */
export function CalendarPart({ may, maySign }: { may: boolean; maySign: boolean }) {
  const { t } = useTexts()
  const { policy } = useHall().hall
  const today = useHallClock().day(Date.now())
  const { asked, again } = useAsked(routes.readCalendar)
  return (
    <Told asked={asked} again={again}>
      {({ version, calendar }) => (
        <div className="calendar">
          {!policy.useCalendar && <Alert type="info" showIcon title={t('calendar.unused')} />}
          {missingYears({ policy, calendar }, today).map((year) => (
            <Alert key={year} type="warning" showIcon title={t('calendar.missing', { year })} />
          ))}
          <Years version={version} calendar={calendar} may={may} maySign={maySign} again={again} />
          <Closures version={version} closures={calendar.closures} may={may} again={again} />
          {may && <CalendarVersions version={version} again={again} />}
        </div>
      )}
    </Told>
  )
}
