import { consoleFrame } from './console.ts'
import { consoleAppointments } from './console-appointments.ts'
import { consoleCalendar } from './console-calendar.ts'
import { consoleDevices } from './console-devices.ts'
import { consoleHall } from './console-hall.ts'
import { consoleItems } from './console-items.ts'
import { consolePeople } from './console-people.ts'
import { consolePolicy } from './console-policy.ts'
import { consoleRecords } from './console-records.ts'
import { consoleReport } from './console-report.ts'
import { consoleStations } from './console-stations.ts'
import { counter } from './counter.ts'
import { estimateFormulas, estimatesFile, whatIfFormulas } from './estimates-file.ts'
import { floor } from './floor.ts'
import { formulas } from './formulas.ts'
import { reportFile } from './report-file.ts'
import { signIn } from './sign-in.ts'

/** The counter page, the console, the files it makes and the demonstration. */
export const staff = {
  ...consoleFrame,
  appointments: consoleAppointments,
  calendar: consoleCalendar,
  items: consoleItems,
  people: consolePeople,
  hall: { ...consoleHall, ...consolePolicy },
  stations: consoleStations,
  devices: consoleDevices,
  report: consoleReport,
  records: consoleRecords,
  counter,
  estimateFormulas,
  estimatesFile,
  floor,
  formulas,
  reportFile,
  signIn,
  whatIfFormulas,
}
