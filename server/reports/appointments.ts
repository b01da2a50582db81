import type { AppointmentLine } from '@jiaohao/core/contract/routes.ts'
import type { Db } from '../journal/database.ts'
import type { ReportAsk } from './ask.ts'

type Counts = Omit<AppointmentLine, 'name'>

const sql = `
  select service_id as id, count(*) as booked, sum(state = 'cancelled') as cancelled,
    sum(state = 'checkedIn') as checkedIn, sum(late) as late, sum(state = 'lapsed') as noShow
  from appointment where hall = ? and day >= ? and day <= ? group by service_id order by service_id`

/** What became of the bookings of these days: the total, then each service in the order of today's names. */
export function appointmentLines(db: Db, hallId: string, { from, to, names }: ReportAsk): AppointmentLine[] {
  const lines = db.prepare<[string, string, string], Counts>(sql).all(hallId, from, to)
  if (lines.length === 0) return []
  const order = new Map(names.services.map(({ id }, i) => [id, i]))
  const placeOf = ({ id }: Counts) => order.get(id) ?? order.size
  const nameOf = (id: string) => names.services.find((each) => each.id === id)?.name ?? id
  return [
    lines.reduce<AppointmentLine>(added, { ...none, id: '', name: '' }),
    ...lines.sort((a, b) => placeOf(a) - placeOf(b)).map((line) => ({ ...line, name: nameOf(line.id) })),
  ]
}

const none = { booked: 0, cancelled: 0, checkedIn: 0, late: 0, noShow: 0 }

const added = (sum: AppointmentLine, each: Counts): AppointmentLine => ({
  ...sum,
  booked: sum.booked + each.booked,
  cancelled: sum.cancelled + each.cancelled,
  checkedIn: sum.checkedIn + each.checkedIn,
  late: sum.late + each.late,
  noShow: sum.noShow + each.noShow,
})
