import * as z from 'zod'
import { Command } from '../queue/command.ts'
import { id } from '../queue/plain-text.ts'
import { route } from './route.ts'

const ms = z.number()
const text = z.string()
const optionOf = <Name extends Command['command']>(name: Name) =>
  Command.options.find((option) => option.shape.command.value === name) as Extract<
    (typeof Command.options)[number],
    { shape: { command: z.ZodLiteral<Name> } }
  >
const booking = optionOf('bookAppointment').shape
const change = optionOf('changeAppointment').shape
/** What names a booking: its code, and the secret of its QR code where there is one. */
const shown = { code: change.code, secret: change.secret }

const status = z.enum(['booked', 'checkedIn', 'cancelled', 'lapsed'])

/** A booking as whoever holds its code may see it. */
export const Appointment = z.object({
  code: text,
  secret: text,
  serviceId: text,
  serviceName: text,
  serviceNameEn: text,
  where: text,
  bring: z.array(text),
  fromMs: ms,
  toMs: ms,
  status,
  /** Until when it can be changed, and cancelled. */
  changeUntilMs: ms,
  cancelUntilMs: ms,
  /** From when it is let in, and until when its place is kept. */
  checkInFromMs: ms,
  keptUntilMs: ms,
  /** False when the hall has closed that day since. */
  open: z.boolean(),
  /** For a QR code that phones open and kiosks check in. */
  qr: text,
  /** Once checked in: the number and its own page. */
  ticket: z.nullable(z.object({ number: text, url: text })),
})
export type Appointment = z.infer<typeof Appointment>

/** A booking as staff see it: nothing of the person but the mask. */
export const AppointmentRow = z.object({
  n: z.number(),
  code: text,
  serviceId: text,
  fromMs: ms,
  toMs: ms,
  status,
  late: z.boolean(),
  number: z.nullable(text),
  masked: text,
  bookedBy: text,
})
export type AppointmentRow = z.infer<typeof AppointmentRow>

/** Booking a time: for anybody, without an account. Programs and staff may also send the commands of the same names. */
export const appointmentRoutes = {
  bookable: route('GET', '/api/appointments/services', 'anyone', 'What can be booked here, and the terms.', {
    reply: z.object({
      nowMs: ms,
      hall: z.object({ name: text, nameEn: text, notice: text, timeZone: text }),
      daysAhead: z.number(),
      cutOffMinutes: z.number(),
      earlyMinutes: z.number(),
      graceMinutes: z.number(),
      services: z.array(
        z.object({ id: text, name: text, nameEn: text, department: text, where: text, bring: z.array(text) }),
      ),
    }),
  }),
  slots: route(
    'GET',
    '/api/appointments/slots',
    'anyone',
    'The times of a service that can still be booked, day by day, with the places left.',
    {
      query: z.object({ serviceId: id }),
      reply: z.object({
        nowMs: ms,
        days: z.array(
          z.object({ day: text, slots: z.array(z.object({ fromMs: ms, toMs: ms, left: z.number() })) }),
        ),
      }),
    },
  ),
  book: route('POST', '/api/appointments', 'anyone', 'Book a time; the reply holds code and secret.', {
    body: z.strictObject({
      id,
      serviceId: booking.serviceId,
      fromMs: booking.fromMs,
      language: booking.language,
    }),
    reply: Appointment,
  }),
  findAppointment: route(
    'POST',
    '/api/appointments/find',
    'anyone',
    'A booking by its code; five wrong codes lock the address for 15 minutes.',
    { body: z.strictObject(shown), reply: Appointment },
  ),
  changeAppointment: route('POST', '/api/appointments/change', 'anyone', 'Another time, the same code.', {
    body: z.strictObject({ id, ...shown, fromMs: change.fromMs }),
    reply: Appointment,
  }),
  cancelAppointment: route('POST', '/api/appointments/cancel', 'anyone', 'Give the place back.', {
    body: z.strictObject({ id, ...shown }),
    reply: Appointment,
  }),
  listAppointments: route(
    'GET',
    '/api/appointments',
    'known',
    "A day's bookings by time, for staff and programs that may take.",
    {
      query: z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
      reply: z.array(AppointmentRow),
    },
  ),
} as const
