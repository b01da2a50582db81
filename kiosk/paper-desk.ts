import type { CommandOf } from '@jiaohao/core/queue/command.ts'
import { largeSlip } from '@jiaohao/core/text/large-slip.ts'
import { type SlipFacts, slip } from '@jiaohao/core/text/slip.ts'
import type { KioskView, SlipJob } from '@jiaohao/core/views/kiosk.ts'
import type { Printer } from '@jiaohao/drivers/printer/printer.ts'
import type { JobEnd, Jobs } from '@jiaohao/station/jobs.ts'

type PrintReport = CommandOf<'reportPrint'>

export interface PaperDesk {
  /** Prints whatever this view still owes in paper, each job once, and reports what became of it. */
  follow(view: KioskView): void
}

export interface PaperDeskOptions {
  jobs: Jobs
  /** The printer set up now; none is a printer that fails at once. */
  printer: () => Pick<Printer, 'print'> | undefined
  /** Tells the hub until it has answered; the id is the same for the same news. */
  report: (id: string, report: PrintReport) => void
  /** The disk or the composer failed; the desk goes on with the next slip. */
  onBroken: (problem: unknown) => void
}

/** Where a kiosk's slips come from: the view says which are owed, the ledger which were begun. */
export function openPaperDesk({ jobs, printer, report, onBroken }: PaperDeskOptions): PaperDesk {
  const reported = new Set<string>()

  async function print(view: KioskView, job: SlipJob): Promise<JobEnd> {
    const device = printer()
    if (!device) return { result: 'failed', why: 'noPrinter' }
    const language = job.language === 'en' ? 'en' : 'zh-CN'
    const blocks = slip(factsOf(view, job, language), language, view.slip ?? undefined)
    const outcome = await device.print({ id: job.jobId, slip: job.large ? largeSlip(blocks) : blocks })
    return outcome.result === 'printed' ? { result: 'printed', why: '' } : outcome
  }

  async function serve(view: KioskView, job: SlipJob) {
    const known = begin(job)
    if (known === 'underWay') return
    if (known !== 'new') return tell(job, known)
    const ended = await print(view, job)
    try {
      jobs.end(job.jobId, ended)
    } finally {
      tell(job, ended)
    }
  }

  /** Without a ledger nothing is printed: a slip nobody can account for might be printed again. */
  function begin(job: SlipJob) {
    try {
      return jobs.begin(job.jobId)
    } catch (problem) {
      tell(job, { result: 'failed', why: 'notSaved' })
      throw problem
    }
  }

  /** Said once per job; the view holds the job until the hub has heard it. */
  function tell({ jobId, ticketId }: SlipJob, { result, why }: JobEnd) {
    const id = `paper-${jobId.replace('/', '-')}-${result}`
    if (reported.has(id)) return
    reported.add(id)
    const base: PrintReport = { command: 'reportPrint', ticketId, outcome: result }
    report(id, why ? { ...base, why: why.slice(0, 60) } : base)
  }

  return {
    follow: (view) => {
      for (const job of view.toPrint) serve(view, job).catch(onBroken)
      const owed = new Set(view.toPrint.map(({ jobId }) => jobId.replace('/', '-')))
      for (const id of reported) {
        if (!owed.has(id.slice('paper-'.length, id.lastIndexOf('-')))) reported.delete(id)
      }
    },
  }
}

function factsOf({ hall }: KioskView, job: SlipJob, language: 'zh-CN' | 'en'): SlipFacts {
  const inEnglish = language === 'en'
  return {
    hallName: (inEnglish && hall.nameEn) || hall.name,
    number: job.number,
    serviceName: (inEnglish && job.serviceNameEn) || job.serviceName,
    ahead: job.ahead,
    waitMinutes: job.wait,
    where: job.where,
    bring: job.bring,
    url: job.url || null,
    issuedAtMs: job.issuedAtMs,
    timeZone: hall.timeZone,
    reprint: job.reprint,
  }
}
