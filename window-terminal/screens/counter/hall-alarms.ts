import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { Role } from '@jiaohao/core/queue/who.ts'

/** Which of the hall's alarms this page tells: a supervisor all, a clerk those this counter can do something about. */
export function toldHere(
  alarms: readonly StandingAlarm[],
  counterId: string,
  roles: readonly Role[],
): StandingAlarm[] {
  if (roles.includes('supervisor') || roles.includes('administrator')) return [...alarms]
  return alarms.filter(
    ({ alarm }) => alarm.is === 'notSaving' || (alarm.is === 'untold' && alarm.counterId === counterId),
  )
}
