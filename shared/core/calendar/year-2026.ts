import type { CalendarYear } from './hall-calendar.ts'

/** 2026 as the State Council announced it, for tests: nothing but days that differ from the weekly rhythm. */
export const year2026: CalendarYear = {
  year: 2026,
  rest: [
    ...named('元旦', '01-01', '01-02', '01-03'),
    ...named('春节', '02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'),
    ...named('清明节', '04-04', '04-05', '04-06'),
    ...named('劳动节', '05-01', '05-02', '05-03', '05-04', '05-05'),
    ...named('端午节', '06-19', '06-20', '06-21'),
    ...named('中秋节', '09-25', '09-26', '09-27'),
    ...named('国庆节', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'),
  ],
  work: [
    ...named('元旦', '01-04'),
    ...named('春节', '02-14', '02-28'),
    ...named('劳动节', '05-09'),
    ...named('国庆节', '09-20', '10-10'),
  ],
  source: '国务院办公厅关于2026年部分节假日安排的通知',
}

function named(name: string, ...days: string[]) {
  return days.map((day) => ({ day: `2026-${day}`, name }))
}
