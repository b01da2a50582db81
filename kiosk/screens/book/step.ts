import type { Appointment, appointmentRoutes } from '@jiaohao/core/contract/appointment-routes.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type * as z from 'zod'

/** What can be booked here, and on what terms. */
export type Offer = z.infer<typeof appointmentRoutes.bookable.reply>
export type Days = z.infer<typeof appointmentRoutes.slots.reply>['days']

/** Where somebody stands who books; `refused` is why the last wish was not granted. */
export type BookStep =
  | { is: 'services'; refused?: Reason | null }
  /** `days` are null while they are asked for; `change` is the booking that is being moved. */
  | {
      is: 'slots'
      serviceId: string
      change: Appointment | null
      days: Days | null
      asking: boolean
      refused: Reason | null
    }
  | { is: 'finding'; asking: boolean; refused: Reason | null }
  | { is: 'mine'; appointment: Appointment; asking?: boolean; refused?: Reason | null }
