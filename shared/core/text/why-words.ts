import { timeOfDay } from '../queue/day.ts'
import type { WhyTold } from '../queue/why-told.ts'
import { fileOf, type Language } from './language.ts'

/** The story of a ticket's turn in sentences to be read aloud, one a line: numbers, counters and times, nothing of a person. */
export function whyWords(
  told: WhyTold,
  of: { timeZone: string; mostPassed: number; serviceName: (serviceId: string) => string },
  language: Language,
): string[] {
  const words = fileOf(language).citizen.why
  const time = (atMs: number) => timeOfDay(atMs, of.timeZone)
  const { number, calls, passedBy, passedByTotal, sinceMs } = told
  return [
    fill(words.taken, { number, service: of.serviceName(told.serviceId), time: time(told.issuedAtMs) }),
    ...(calls.length === 0 && sinceMs !== null ? [fill(words.waits, { time: time(sinceMs) })] : []),
    ...calls.flatMap((call) => [
      fill(words.called, {
        time: time(call.atMs),
        counter: call.counterNo,
        since: time(call.sinceMs),
        rule: words.rule[call.rule],
      }),
      call.passed === 0
        ? words.passedNobody
        : fill(words.passed, { count: call.passed, numbers: call.numbers.join(words.and) }),
    ]),
    ...(passedByTotal === 0
      ? [words.passedByNobody]
      : [
          fill(words.passedBy, { count: passedByTotal, most: of.mostPassed }),
          ...passedBy.map(({ number, sinceMs, atMs, counterNo, rule }) =>
            fill(words.passer, {
              number,
              since: time(sinceMs),
              time: time(atMs),
              counter: counterNo,
              rule: words.rule[rule],
            }),
          ),
        ]),
  ]
}

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
