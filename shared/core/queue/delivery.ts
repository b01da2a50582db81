import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import { type Refused, refused } from './refused.ts'
import type { HallState } from './state.ts'

/** Who told a call, as the state keeps it: a station, or one device of it. */
export const tellerOf = ({
  stationId,
  deviceId,
}: {
  stationId: string
  deviceId?: string | undefined
}): string => (deviceId === undefined ? stationId : `${stationId}/${deviceId}`)

/** A board, panel or speaker says that it told a call; each says it once, a repeat changes nothing. */
export function reportTold(
  state: HallState,
  { callSeq, deviceId }: CommandOf<'reportShown'> | CommandOf<'reportSpoken'>,
  type: 'callShown' | 'callSpoken',
  { by }: Asked,
): Event[] | Refused {
  if (!('stationId' in by)) return refused('notAllowed')
  const { stationId } = by
  const call = state.calls.findLast((each) => each.seq === callSeq)
  if (!call) return refused('unknownCall')
  const already = type === 'callShown' ? call.shownBy : call.spokenBy
  if (already.includes(tellerOf({ stationId, deviceId }))) return []
  return [{ type, callSeq, stationId, ...(deviceId !== undefined && { deviceId }) }]
}
