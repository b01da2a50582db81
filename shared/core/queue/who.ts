/** Who acts, as the session or the handshake proved it; never read from a message. */
export type Who =
  | { as: 'staff'; staffId: string; roles: Role[] }
  | { as: 'kiosk'; stationId: string }
  | { as: 'window'; stationId: string; counterIds: string[] }
  | { as: 'evaluator'; stationId: string; counterId: string }
  | { as: 'display'; stationId: string; zoneId: string }
  | { as: 'program'; stationId: string; may: Scope[] }
  | { as: 'phone'; ticketId: string }
  /** Anybody at all, by the public booking page. */
  | { as: 'public' }
  | { as: 'clock' }

export type Role = (typeof roles)[number]
export type Scope = (typeof scopes)[number]

export const roles = ['clerk', 'supervisor', 'administrator', 'auditor'] as const

/** What an integrator's program may be allowed: take numbers, work counters, read waits. Rating needs a bound evaluator. */
export const scopes = ['take', 'call', 'read'] as const

/** One word for the journal and the audit: `staff:li`, `kiosk:k1`, `clock`. */
export function nameOf(who: Who): string {
  switch (who.as) {
    case 'staff':
      return `staff:${who.staffId}`
    case 'phone':
      return `phone:${who.ticketId}`
    case 'public':
    case 'clock':
      return who.as
    default:
      return `${who.as}:${who.stationId}`
  }
}

/** Supervisors, whatever else they are. */
export const leads = (by: Who): boolean => by.as === 'staff' && by.roles.includes('supervisor')
