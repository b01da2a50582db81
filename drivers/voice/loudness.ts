/** From this time of the hall's day on (`08:00`), announcements are this loud: 0 = quiet hours, 1 = full. */
export interface LoudnessStep {
  from: string
  gain: number
}

/** The step in force at an instant; before the day's first step yesterday's last one still holds. */
export function loudnessAt(atMs: number, steps: readonly LoudnessStep[], timeZone: string): number {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(atMs)
  const inOrder = steps.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return (inOrder.findLast((step) => step.from <= time) ?? inOrder.at(-1))?.gain ?? 1
}
