import { timeOfDay } from '../queue/day.ts'
import { fileOf, type Language, nameIn } from './language.ts'
import { type SlipPart, type SlipPicture, type SlipTemplate, usualSlip } from './slip-template.ts'

/**
 * One piece of a slip, from top to bottom. Size 1 is body text, size 4 four times as high and wide; double width
 * makes it twice as wide again. A barcode is Code 128 and takes printable ASCII.
 */
export type SlipBlock =
  | {
      block: 'text'
      text: string
      align?: 'left' | 'centre' | 'right'
      size?: 1 | 2 | 3 | 4
      doubleWidth?: boolean
      bold?: boolean
    }
  | { block: 'pair'; left: string; right: string }
  | { block: 'rule' }
  | { block: 'qr'; data: string }
  | { block: 'barcode'; data: string }
  | { block: 'picture'; picture: SlipPicture }
  | { block: 'gap'; lines: number }

/** What a slip tells a citizen. There is no field for who the citizen is: a slip left on a chair tells nobody. */
export interface SlipFacts {
  hallName: string
  number: string
  serviceName: string
  /** What the citizen has come for, if that was said. */
  items: string[]
  /** Tickets to be called before this one; null when the kiosk cannot know. */
  ahead: number | null
  /** The range a citizen will probably wait; null when the hall has no estimate. */
  waitMinutes: { low: number; high: number } | null
  where: string
  /** What the service asks to see, as published. */
  bring: string[]
  /** The citizen's own page, without an account; null when the hall has none. */
  url: string | null
  issuedAtMs: number
  timeZone: string
  /** The slot it was booked for; `late` when it queues by the time of the check-in. */
  appointment: { fromMs: number; toMs: number; late: boolean } | null
  /** A slip printed again for a number that may already be on paper. */
  reprint: boolean
}

/** A moment on the hall's clock; day and month without a leading zero. */
export interface MomentParts {
  year: string
  month: string
  day: string
  hour: string
  minute: string
}

/** What a slip says in one language. */
export interface SlipWords {
  reprint: string
  ahead: string
  /** Said instead, when the kiosk cannot know how many are ahead. */
  offline: string
  people(count: number): string
  wait: string
  minutes(low: number, high: number): string
  where: string
  issued: string
  moment(moment: MomentParts): string
  bring: string
  moreToBring(count: number): string
  scan: string
  listen: string
  appointment(from: string, to: string): string
  late: string
  /** A service before it has a name, in the console's preview. */
  someService: string
}

/** The slip a citizen takes along, as the hall has laid it out; what the hall does not know is left out. */
export function slip(
  facts: SlipFacts,
  language: Language,
  { parts, logo }: SlipTemplate = usualSlip,
): SlipBlock[] {
  return withoutIdleRules(parts.flatMap((part) => blocksOf(part, facts, language, logo)))
}

function blocksOf(
  part: SlipPart,
  facts: SlipFacts,
  language: Language,
  logo: SlipPicture | null,
): SlipBlock[] {
  const words = fileOf(language).paper.slip
  const { waitMinutes, bring, url } = facts
  switch (part.part) {
    case 'hallName':
      return [{ block: 'text', text: facts.hallName, align: 'centre', bold: true }]
    case 'logo':
      return logo ? [{ block: 'picture', picture: logo }] : []
    case 'number':
      return [
        ...(facts.reprint
          ? [{ block: 'text', text: words.reprint, align: 'centre', bold: true } as const]
          : []),
        { block: 'gap', lines: 1 },
        { block: 'text', text: facts.number, align: 'centre', size: part.size, bold: true },
        ...bookedFor(facts, words),
      ]
    case 'service':
      return [
        { block: 'text', text: facts.serviceName, align: 'centre', size: part.size },
        ...facts.items.map((text): SlipBlock => ({ block: 'text', text, align: 'centre' })),
      ]
    case 'rule':
      return [{ block: 'rule' }]
    case 'ahead':
      if (facts.ahead === null) return [{ block: 'text', text: words.offline, align: 'centre' }]
      return [{ block: 'pair', left: words.ahead, right: words.people(facts.ahead) }]
    case 'range':
      if (!waitMinutes) return []
      return [{ block: 'pair', left: words.wait, right: words.minutes(waitMinutes.low, waitMinutes.high) }]
    case 'where':
      return [{ block: 'pair', left: words.where, right: facts.where }]
    case 'time':
      return [
        {
          block: 'pair',
          left: words.issued,
          right: words.moment(momentParts(facts.issuedAtMs, facts.timeZone)),
        },
      ]
    case 'bring':
      if (bring.length === 0) return []
      return [
        { block: 'text', text: words.bring, bold: true },
        ...bring.map((paper): SlipBlock => ({ block: 'text', text: `□ ${paper}` })),
      ]
    case 'qr':
      if (url === null) return []
      return [
        { block: 'qr', data: url },
        { block: 'text', text: words.scan, align: 'centre' },
      ]
    case 'barcode':
      return [{ block: 'barcode', data: facts.number }]
    case 'listen':
      return [{ block: 'text', text: words.listen, align: 'centre' }]
    case 'line': {
      const text = nameIn(language, { name: part.zh, nameEn: part.en })
      return [{ block: 'text', text, align: part.align, size: part.size }]
    }
  }
}

/** `2026年3月11日 9:05` on the hall's clock, as paper says it. */
export const momentWords = (atMs: number, timeZone: string, language: Language): string =>
  fileOf(language).paper.slip.moment(momentParts(atMs, timeZone))

function bookedFor({ appointment, timeZone }: SlipFacts, words: SlipWords): SlipBlock[] {
  if (!appointment) return []
  const [from, to] = [timeOfDay(appointment.fromMs, timeZone), timeOfDay(appointment.toMs, timeZone)]
  return [
    { block: 'text', text: words.appointment(from, to), align: 'centre', bold: true },
    ...(appointment.late ? [{ block: 'text', text: words.late, align: 'centre' } as const] : []),
  ]
}

/** A rule divides: with nothing above, below or between two of them it goes. */
function withoutIdleRules(blocks: SlipBlock[]): SlipBlock[] {
  const last = blocks.findLastIndex(({ block }) => block !== 'rule')
  return blocks.filter(
    ({ block }, at) => block !== 'rule' || (at > 0 && at < last && blocks[at - 1]?.block !== 'rule'),
  )
}

function momentParts(atMs: number, timeZone: string): MomentParts {
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
