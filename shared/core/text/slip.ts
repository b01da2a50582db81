/** One piece of a slip, from top to bottom; size 1 is body text, size 4 four times as high and wide. */
export type SlipBlock =
  | { block: 'text'; text: string; align?: 'left' | 'centre' | 'right'; size?: 1 | 2 | 3 | 4; bold?: boolean }
  | { block: 'pair'; left: string; right: string }
  | { block: 'rule' }
  | { block: 'qr'; data: string }
  | { block: 'gap'; lines: number }

/** What a slip tells a citizen. There is no field for who the citizen is: a slip left on a chair tells nobody. */
export interface SlipFacts {
  hallName: string
  number: string
  serviceName: string
  /** Tickets to be called before this one. */
  ahead: number
  /** The range a citizen will probably wait; null when the hall has no estimate. */
  waitMinutes: { low: number; high: number } | null
  where: string
  /** What the service asks to see, as published. */
  bring: string[]
  /** The citizen's own page, without an account; null when the hall has none. */
  url: string | null
  issuedAtMs: number
  timeZone: string
  /** A slip printed again for a number that may already be on paper. */
  reprint: boolean
}

/** The slip a citizen takes along: the number first and largest, then how long, where, and with what. */
export function slip(facts: SlipFacts, language: 'zh-CN' | 'en'): SlipBlock[] {
  const words = WORDS[language]
  const { waitMinutes, bring, url } = facts
  return [
    { block: 'text', text: facts.hallName, align: 'centre', bold: true },
    ...when(facts.reprint, { block: 'text', text: words.reprint, align: 'centre', bold: true }),
    { block: 'gap', lines: 1 },
    { block: 'text', text: facts.number, align: 'centre', size: 4, bold: true },
    { block: 'text', text: facts.serviceName, align: 'centre', size: 2 },
    { block: 'rule' },
    { block: 'pair', left: words.ahead, right: words.people(facts.ahead) },
    ...when(waitMinutes !== null, {
      block: 'pair',
      left: words.wait,
      right: waitMinutes ? words.minutes(waitMinutes.low, waitMinutes.high) : '',
    }),
    { block: 'pair', left: words.where, right: facts.where },
    { block: 'pair', left: words.issued, right: words.moment(facts.issuedAtMs, facts.timeZone) },
    { block: 'rule' },
    ...when(bring.length > 0, { block: 'text', text: words.bring, bold: true }),
    ...bring.map((paper): SlipBlock => ({ block: 'text', text: `□ ${paper}` })),
    ...when(bring.length > 0, { block: 'rule' }),
    ...(url === null ? [] : qr(url, words.scan)),
    { block: 'text', text: words.listen, align: 'centre' },
  ]
}

const when = (needed: boolean, block: SlipBlock): SlipBlock[] => (needed ? [block] : [])

const qr = (url: string, caption: string): SlipBlock[] => [
  { block: 'qr', data: url },
  { block: 'text', text: caption, align: 'centre' },
]

const WORDS = {
  'zh-CN': {
    reprint: '【补打】',
    ahead: '前面等候',
    people: (count: number) => `${count} 人`,
    wait: '预计等候',
    minutes: (low: number, high: number) =>
      low < 1 ? `${Math.max(high, 1)} 分钟以内` : low === high ? `约 ${low} 分钟` : `约 ${low}～${high} 分钟`,
    where: '等候地点',
    issued: '取号时间',
    moment: (atMs: number, timeZone: string) => {
      const { year, month, day, hour, minute } = parts(atMs, timeZone)
      return `${year}年${month}月${day}日 ${hour}:${minute}`
    },
    bring: '请备好以下材料：',
    scan: '扫码查看排队进度',
    listen: '请留意屏幕显示和语音叫号',
  },
  en: {
    reprint: '[REPRINT]',
    ahead: 'Ahead of you',
    people: (count: number) => `${count}`,
    wait: 'Expected wait',
    minutes: (low: number, high: number) =>
      low < 1
        ? `under ${Math.max(high, 1)} min`
        : low === high
          ? `about ${low} min`
          : `${low} to ${high} min`,
    where: 'Please wait at',
    issued: 'Taken at',
    moment: (atMs: number, timeZone: string) => {
      const { year, month, day, hour, minute } = parts(atMs, timeZone)
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${hour}:${minute}`
    },
    bring: 'Please have ready:',
    scan: 'Scan to follow the queue',
    listen: 'Watch the screens and listen for your number',
  },
}

function parts(atMs: number, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const found = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]))
  const part = (type: 'year' | 'month' | 'day' | 'hour' | 'minute') => found.get(type) ?? ''
  return {
    year: part('year'),
    month: String(Number(part('month'))),
    day: String(Number(part('day'))),
    hour: part('hour'),
    minute: part('minute'),
  }
}
