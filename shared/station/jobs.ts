import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** How a job that touches paper ended. Unknown: only a person can tell what came out. */
export interface JobEnd {
  result: 'printed' | 'failed' | 'unknown'
  /** '' or one word. */
  why: string
}

/**
 * What this station has begun to print, on disk before the first byte leaves: no job is printed twice, not even
 * when the power fails in the middle of one.
 */
export interface Jobs {
  /** New: go and print. Otherwise how it ended, or that it is under way in this very process. */
  begin(jobId: string): 'new' | 'underWay' | JobEnd
  end(jobId: string, ended: JobEnd): void
  close(): void
}

const jobsKept = 2_000

/** The ledger is a text file a technician can read: `2026-03-11-17 begun`, then `2026-03-11-17 failed paperOut`. */
export function openJobs(dataDir: string): Jobs {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'printed.log')
  const jobs = readJobs(file)
  forgetOldest()
  rewrite(file, jobs)
  const open = openSync(file, 'a', 0o600)

  function write(line: string) {
    writeSync(open, line)
    fsyncSync(open)
  }

  function forgetOldest() {
    for (const oldest of jobs.keys()) {
      if (jobs.size <= jobsKept) return
      jobs.delete(oldest)
    }
  }

  return {
    begin: (jobId) => {
      const known = jobs.get(jobId)
      if (known) return known
      write(`${jobId} begun\n`)
      jobs.set(jobId, 'underWay')
      forgetOldest()
      return 'new'
    },
    end: (jobId, ended) => {
      jobs.set(jobId, ended)
      write(lineOf(jobId, ended))
    },
    close: () => closeSync(open),
  }
}

const lineOf = (jobId: string, { result, why }: JobEnd) => `${jobId} ${result}${why ? ` ${why}` : ''}\n`

function readJobs(file: string): Map<string, 'underWay' | JobEnd> {
  const jobs = new Map<string, 'underWay' | JobEnd>()
  if (!existsSync(file)) return jobs
  // Whatever follows the last line end was torn by a power cut, before any byte went to the printer.
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
    const [, jobId, word, why = ''] = /^(\S+) (begun|printed|failed|unknown)(?: (\S+))?$/.exec(line) ?? []
    if (!jobId) continue
    jobs.delete(jobId)
    // Begun by a process that is gone, and never ended: nobody knows what came out.
    if (word === 'printed' || word === 'failed') jobs.set(jobId, { result: word, why })
    else jobs.set(jobId, { result: 'unknown', why: why || 'interrupted' })
  }
  return jobs
}

/** Every run begins with a short, whole file; the old one stands until the new one is on disk. */
function rewrite(file: string, jobs: ReadonlyMap<string, 'underWay' | JobEnd>) {
  const lines = [...jobs].map(([jobId, ended]) => (ended === 'underWay' ? '' : lineOf(jobId, ended)))
  const fresh = `${file}.new`
  writeFileSync(fresh, lines.join(''), { mode: 0o600, flush: true })
  renameSync(fresh, file)
}
