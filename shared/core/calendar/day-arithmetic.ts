/** Saturday or Sunday; calendar days alone, no clock and no zone. */
export const isWeekend = (day: string): boolean => new Date(day).getUTCDay() % 6 === 0

export const yearOf = (day: string): number => Number(day.slice(0, 4))
