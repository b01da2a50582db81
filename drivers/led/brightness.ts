/** From this time of the hall's day on (`08:00`), the strip is this bright: 0 (dark) to 15. */
export interface BrightnessStep {
  from: string
  level: number
}

/** The level in force at an instant; before the day's first step yesterday's last one still holds. */
export function brightnessAt(
  atMs: number,
  steps: readonly BrightnessStep[],
  timeZone: string,
): number | undefined {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(atMs)
  const inOrder = steps.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (inOrder.findLast((step) => step.from <= time) ?? inOrder.at(-1))?.level
}
