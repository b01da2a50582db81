/** `3:07`, from an hour on `1:03:07`; never negative. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** The hall's time of day, `14:05`. */
export function timeOfDay(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs)
}

export const minutesBetween = (fromMs: number | null, toMs: number): number =>
  fromMs === null ? 0 : Math.max(0, Math.floor((toMs - fromMs) / 60_000))
