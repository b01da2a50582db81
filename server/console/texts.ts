import { consoleFrame as enFrame } from '@jiaohao/core/text/en/console.ts'
import { consoleAppointments as enAppointments } from '@jiaohao/core/text/en/console-appointments.ts'
import { consoleDevices as enDevices } from '@jiaohao/core/text/en/console-devices.ts'
import { consoleHall as enHall } from '@jiaohao/core/text/en/console-hall.ts'
import { consoleItems as enItems } from '@jiaohao/core/text/en/console-items.ts'
import { consolePeople as enPeople } from '@jiaohao/core/text/en/console-people.ts'
import { consolePolicy as enPolicy } from '@jiaohao/core/text/en/console-policy.ts'
import { consoleRecords as enRecords } from '@jiaohao/core/text/en/console-records.ts'
import { consoleReport as enReport } from '@jiaohao/core/text/en/console-report.ts'
import { consoleStations as enStations } from '@jiaohao/core/text/en/console-stations.ts'
import { signIn as enSignIn } from '@jiaohao/core/text/en/sign-in.ts'
import { consoleFrame as zhFrame } from '@jiaohao/core/text/zh-CN/console.ts'
import { consoleAppointments as zhAppointments } from '@jiaohao/core/text/zh-CN/console-appointments.ts'
import { consoleDevices as zhDevices } from '@jiaohao/core/text/zh-CN/console-devices.ts'
import { consoleHall as zhHall } from '@jiaohao/core/text/zh-CN/console-hall.ts'
import { consoleItems as zhItems } from '@jiaohao/core/text/zh-CN/console-items.ts'
import { consolePeople as zhPeople } from '@jiaohao/core/text/zh-CN/console-people.ts'
import { consolePolicy as zhPolicy } from '@jiaohao/core/text/zh-CN/console-policy.ts'
import { consoleRecords as zhRecords } from '@jiaohao/core/text/zh-CN/console-records.ts'
import { consoleReport as zhReport } from '@jiaohao/core/text/zh-CN/console-report.ts'
import { consoleStations as zhStations } from '@jiaohao/core/text/zh-CN/console-stations.ts'
import { signIn as zhSignIn } from '@jiaohao/core/text/zh-CN/sign-in.ts'

/** Every text of the console, in every language. */
export const texts = {
  'zh-CN': {
    ...zhFrame,
    items: zhItems,
    appointments: zhAppointments,
    people: zhPeople,
    hall: { ...zhHall, ...zhPolicy },
    stations: zhStations,
    devices: zhDevices,
    report: zhReport,
    records: zhRecords,
    signIn: zhSignIn,
  },
  en: {
    ...enFrame,
    items: enItems,
    appointments: enAppointments,
    people: enPeople,
    hall: { ...enHall, ...enPolicy },
    stations: enStations,
    devices: enDevices,
    report: enReport,
    records: enRecords,
    signIn: enSignIn,
  },
}
