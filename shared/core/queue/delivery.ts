import type { Asked } from './asked.ts'
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import { type Refused, refused } from './refused.ts'
import type { HallState } from './state.ts'

/** A board, panel or speaker says that it told a call; each says it once, a repeat changes nothing. */
export function reportTold(
  state: HallState,
  { callSeq }: CommandOf<'reportShown'> | CommandOf<'reportSpoken'>,
  type: 'callShown' | 'callSpoken',
  { by }: Asked,
): Event[] | Refused {
  if (!('stationId' in by)) return refused('notAllowed')
  const { stationId } = by
  const call = state.calls.findLast((each) => each.seq === callSeq)
  if (!call) return refused('unknownCall')
  const already = type === 'callShown' ? call.shownBy : call.spokenBy
  return already.includes(stationId) ? [] : [{ type, callSeq, stationId }]
}
