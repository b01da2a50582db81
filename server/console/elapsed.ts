/** `81:40` minutes and seconds; a wait is compared in minutes, so hours are not split off. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A figure of the report, or a dash where nothing was counted. */
export const orDash = (ms: number | null): string => (ms === null ? '—' : minutesAndSeconds(ms))

/** Whole units of how long ago, largest fitting one: for "seen 3 min ago". */
export function ago(ms: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number } {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  if (seconds < 60) return { unit: 'seconds', count: seconds }
  if (seconds < 3_600) return { unit: 'minutes', count: Math.floor(seconds / 60) }
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3_600) }
  return { unit: 'days', count: Math.floor(seconds / 86_400) }
}
