import type { CalendarYear } from '@jiaohao/core/calendar/hall-calendar.ts'

type Days = CalendarYear['rest']

/** A day and its name on each line, as people paste an order of holidays: `2026-02-17 春节`. */
export const textOfDays = (days: Days): string =>
  days.map(({ day, name }) => (name === '' ? day : `${day} ${name}`)).join('\n')

/** Read back; `2026/2/7`, `2026.2.7` and `2026年2月7日` are days too, and commas part as spaces do. */
export const daysIn = (text: string): Days =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [day = '', ...name] = line.split(/[\s,，]+/)
      return { day: spelledOut(day), name: name.join(' ') }
    })

function spelledOut(day: string): string {
  const [, year, month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : day
}
