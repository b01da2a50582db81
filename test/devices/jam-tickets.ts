import { type SlipBlock, slip } from '@jiaohao/core/text/slip.ts'
import type { PrintResult } from '@jiaohao/drivers/printer/printer.ts'

/** One citizen's slip and what the driver said became of it. */
export interface Ticket {
  number: string
  reprint: boolean
  outcome: PrintResult
}

/** Every citizen's slip differs in each of its lines, so that one line from another slip is seen. */
export const slipOf = (number: string, reprint: boolean): SlipBlock[] =>
  slip(
    {
      hallName: `大厅 ${number}`,
      number,
      serviceName: `业务 ${number}`,
      items: [],
      ahead: 3,
      waitMinutes: { low: 8, high: 20 },
      where: `二楼 ${number}`,
      bring: [`身份证 ${number}`],
      url: `https://hall.example/t/${number}`,
      issuedAtMs: Date.UTC(2026, 2, 11, 1, 5),
      timeZone: 'Asia/Shanghai',
      appointment: null,
      reprint,
    },
    'zh-CN',
  )

const last = '请留意屏幕显示和语音叫号'
const timesNamed = 6

/** What is wrong on the paper, given what was said of each slip; nothing is wrong when every promise was kept. */
export function wrongsOn(papers: readonly string[], tickets: readonly Ticket[]): string[] {
  const mixed = papers
    .filter((text) => new Set(numbersIn(text)).size > 1)
    .map((text) => `two citizens on ${text}`)
  const promises = tickets.flatMap(({ number, reprint, outcome }) => {
    const mine = papers.filter(
      (text) => numbersIn(text)[0] === number && text.includes('【补打】') === reprint,
    )
    const name = reprint ? `${number} 补打` : number
    const whole = mine.filter((text) => text.endsWith(last) && numbersIn(text).length === timesNamed)
    if (outcome.result === 'failed') return mine.length === 0 ? [] : [`${name} failed and is on paper`]
    if (outcome.result === 'unknown')
      return mine.length <= 1 ? [] : [`${name} is on paper ${mine.length} times`]
    return mine.length === 1 && whole.length === 1
      ? []
      : [`${name} printed and is whole on ${whole.length} papers`]
  })
  return [...mixed, ...promises]
}

const numbersIn = (text: string): string[] => text.match(/[A-Z]\d{4}/g) ?? []
