import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import { checklist } from '@jiaohao/core/text/checklist.ts'
import { materialWords } from '@jiaohao/core/text/item-words.ts'
import { fileOf, type Language, languageIn, nameIn } from '@jiaohao/core/text/language.ts'
import { largeSlip } from '@jiaohao/core/text/large-slip.ts'
import { type SlipBlock, type SlipFacts, slip } from '@jiaohao/core/text/slip.ts'
import type { HandoutJob, KioskView, SlipJob } from '@jiaohao/core/views/kiosk.ts'
import type { Printer } from '@jiaohao/drivers/printer/printer.ts'
import type { JobEnd, Jobs } from '@jiaohao/station/jobs.ts'

/** What the desk tells of a paper: a slip's by its ticket, another's by its own id. */
export type PaperNews = CommandOf<'reportPrint'> | CommandOf<'reportHandout'>

export interface PaperDesk {
  /** Prints whatever this view still owes in paper, each job once, and reports what became of it. */
  follow(view: KioskView): void
}

export interface PaperDeskOptions {
  jobs: Jobs
  /** The printer set up now; none is a printer that fails at once. */
  printer: () => Pick<Printer, 'print'> | undefined
  /** Tells the hub until it has answered; the id is the same for the same news. */
  report: (id: string, news: PaperNews) => void
  /** The disk or the composer failed; the desk goes on with the next paper. */
  onBroken: (problem: unknown) => void
}

/** One paper the view says is owed. */
interface Owed {
  jobId: string
  blocks: () => SlipBlock[]
  news: (result: JobEnd['result']) => PaperNews
}

/** Where a kiosk's papers come from: the view says which are owed, the ledger which were begun. */
export function openPaperDesk({ jobs, printer, report, onBroken }: PaperDeskOptions): PaperDesk {
  const reported = new Set<string>()

  async function serve(owed: Owed) {
    const known = begin(owed)
    if (known === 'underWay') return
    if (known !== 'new') return tell(owed, known)
    const ended = await putOnPaper(printer(), owed)
    try {
      jobs.end(owed.jobId, ended)
    } finally {
      tell(owed, ended)
    }
  }

  /** Without a ledger nothing is printed: a paper nobody can account for might be printed again. */
  function begin(owed: Owed) {
    try {
      return jobs.begin(owed.jobId)
    } catch (problem) {
      tell(owed, { result: 'failed', why: 'notSaved' })
      throw problem
    }
  }

  /** Said once per job; the view holds the job until the hub has heard it. */
  function tell({ jobId, news }: Owed, { result, why }: JobEnd) {
    const id = `paper-${jobId.replace('/', '-')}-${result}`
    if (reported.has(id)) return
    reported.add(id)
    report(id, why ? { ...news(result), why: why.slice(0, 60) } : news(result))
  }

  return {
    follow: (view) => {
      const all = [
        ...view.toPrint.map((job) => slipOwed(view, job)),
        ...view.handouts.toPrint.map((job) => handoutOwed(view, job)),
      ]
      for (const owed of all) serve(owed).catch(onBroken)
      const still = new Set(all.map(({ jobId }) => jobId.replace('/', '-')))
      for (const id of reported) {
        if (!still.has(id.slice('paper-'.length, id.lastIndexOf('-')))) reported.delete(id)
      }
    },
  }
}

async function putOnPaper(
  printer: Pick<Printer, 'print'> | undefined,
  { jobId, blocks }: Pick<Owed, 'jobId' | 'blocks'>,
): Promise<JobEnd> {
  if (!printer) return { result: 'failed', why: 'noPrinter' }
  const outcome = await printer.print({ id: jobId, slip: blocks() })
  return outcome.result === 'printed' ? { result: 'printed', why: '' } : outcome
}

/** Words one slip as the view's hall lays it out, and waits for what becomes of it. */
export const printSlip = (
  printer: Pick<Printer, 'print'> | undefined,
  view: KioskView,
  job: SlipJob,
): Promise<JobEnd> => putOnPaper(printer, slipOwed(view, job))

const slipOwed = (view: KioskView, job: SlipJob): Owed => ({
  jobId: job.jobId,
  blocks: () => {
    const language = languageIn(job.language)
    const blocks = slip(factsOf(view, job, language), language, view.slip ?? undefined)
    return job.large ? largeSlip(blocks) : blocks
  },
  news: (outcome) => ({ command: 'reportPrint', ticketId: job.ticketId, outcome }),
})

function handoutOwed({ hall }: KioskView, job: HandoutJob): Owed {
  const language = languageIn(job.language)
  const facts = {
    hallName: nameIn(language, hall),
    items: job.handout.items,
    printedAtMs: job.askedAtMs,
    timeZone: hall.timeZone,
  }
  return {
    jobId: job.handoutId,
    blocks: () => checklist(facts, language),
    news: (outcome) => ({ command: 'reportHandout', handoutId: job.handoutId, outcome }),
  }
}

/** A slip is no checklist: what more there is to bring stands on that one. */
const mostBring = 12

function bringOf({ items, bring }: SlipJob, language: Language): string[] {
  if (items.length === 0) return bring
  const all = items.flatMap(({ materials }) => materials.map((material) => materialWords(material, language)))
  const once = [...new Set(all)]
  return once.length <= mostBring
    ? once
    : [...once.slice(0, mostBring - 1), fileOf(language).paper.slip.moreToBring(once.length)]
}

function factsOf({ hall }: KioskView, job: SlipJob, language: Language): SlipFacts {
  return {
    hallName: nameIn(language, hall),
    number: job.number,
    serviceName: nameIn(language, { name: job.serviceName, nameEn: job.serviceNameEn }),
    ahead: job.ahead,
    waitMinutes: job.wait,
    where: job.where,
    items: job.items.map((item) => nameIn(language, item)),
    bring: bringOf(job, language),
    url: job.url || null,
    issuedAtMs: job.issuedAtMs,
    timeZone: hall.timeZone,
    appointment: job.appointment,
    reprint: job.reprint,
  }
}
