import type { Clock } from '@jiaohao/core/clock.ts'
import type { Who } from '@jiaohao/core/queue/who.ts'
import type { Alarms } from './alarms/open-alarms.ts'
import type { AskStation } from './ask-station.ts'
import type { Audit } from './audit.ts'
import type { Sessions } from './auth/sessions.ts'
import type { Calendar } from './calendar.ts'
import type { DeviceStates } from './device-states.ts'
import type { Estimates } from './estimates/open-estimates.ts'
import type { HallLoop } from './hall-loop.ts'
import type { Catalogue } from './items/catalogue.ts'
import type { ItemImages } from './items/images.ts'
import type { Imports } from './items/imports.ts'
import type { Journal } from './journal/journal.ts'
import type { Reports } from './reports/open-reports.ts'
import type { SetUp } from './set-up.ts'
import type { StaffAccounts } from './staff.ts'
import type { Stations } from './stations.ts'
import type { WrongCodes } from './wrong-codes.ts'

/** What the hub's nouns are wired from, once, in hub.ts. */
export interface Parts {
  clock: Clock
  journal: Journal
  loop: HallLoop
  audit: Audit
  staff: StaffAccounts
  sessions: Sessions
  stations: Stations
  setUp: SetUp
  calendar: Calendar
  catalogue: Catalogue
  itemImages: ItemImages
  imports: Imports
  reports: Reports
  estimates: Estimates
  alarms: Alarms
  deviceStates: DeviceStates
  wrongCodes: WrongCodes
  askStation: AskStation
  /** What this hall's stations hash card numbers under. */
  cardSecret: string
  /** Puts the newest set-up and clerks' cards in force. */
  applySetUp(): void
  /** Hangs up on every socket of this holder, saying why. */
  cutOff(match: (who: Who, session: string | null) => boolean, reason: 'keyWithdrawn' | 'signedOut'): void
  /** Tells a station that its set-up has changed. */
  tellStation(stationId: string): void
}
