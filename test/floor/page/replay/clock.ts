/** `09:05:10` in the hall's time zone. */
export function clockIn(timeZone: string): (atMs: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  })
  return (atMs) => format.format(atMs)
}
