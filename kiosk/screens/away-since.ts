import type { Local } from '@jiaohao/core/contract/socket.ts'
import type { LinkState } from '@jiaohao/screen/hub.ts'

/** Longer than a kiosk usually waits before it gives numbers of its own: it must not say it is shut in between. */
const blinkMs = 6_500

/** Since when the hall cannot be reached, by this page or by its station; null for a blink or when it can. */
export function awaySinceMs(link: LinkState, local: Local | null, nowMs: number): number | null {
  const sinceMs = link.is === 'away' ? link.sinceMs : local?.hub.is === 'away' ? local.hub.sinceMs : null
  return sinceMs !== null && nowMs - sinceMs >= blinkMs ? sinceMs : null
}
