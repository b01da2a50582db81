import { plusDays } from '@jiaohao/core/calendar/day-arithmetic.ts'
import type { CalendarYear } from '@jiaohao/core/calendar/hall-calendar.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import chineseDays from 'chinese-days'

/**
 * A year as the package chinese-days has it, for somebody to read and sign. Of years it lacks the package answers
 * plain weekends without a word; those have no named day, and are refused.
 */
export function proposedYear(year: number): CalendarYear | Refused {
  const rest: CalendarYear['rest'] = []
  const work: CalendarYear['work'] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = plusDays(day, 1)) {
    const { work: works, name } = chineseDays.getDayDetail(day)
    // Ordinary days are named by their weekday; announced ones `Spring Festival,春节,4`.
    const [, announced] = name.split(',')
    if (announced) (works ? work : rest).push({ day, name: announced })
  }
  if (rest.length === 0) return refused('unknownYear', { year })
  return { year, rest, work, source: `chinese-days: 国务院办公厅关于${year}年部分节假日安排的通知` }
}
