/** The dial turns by ratio, as people judge a crowd: from ten citizens an hour to a thousand. */
export const dialEnd = 100
const least = 10
const most = 1_000

/** Where the dial stands (0 to `dialEnd`) for so many citizens an hour. */
export function dialOf(citizensPerHour: number): number {
  const within = Math.min(most, Math.max(least, citizensPerHour))
  return Math.round((Math.log(within / least) / Math.log(most / least)) * dialEnd)
}

/** Citizens an hour where the dial stands, in steps a person would say. */
export function citizensAt(position: number): number {
  const exact = least * (most / least) ** (position / dialEnd)
  const step = exact < 100 ? 5 : exact < 300 ? 10 : 50
  return Math.round(exact / step) * step
}
