import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/** A file of records, each on disk before `append` returns; whatever a power cut tears is the last one alone. */
export interface AppendLog<R> {
  append(record: R): void
  close(): void
}

/**
 * One record is one line a technician can read: the checksum of the JSON, and the JSON. Read back, what is torn or
 * damaged is left out and counted. The run begins with the records of `keep`, in a fresh file that takes the old
 * one's place when it is whole.
 */
export function openAppendLog<R>(
  file: string,
  read: (value: unknown) => R | undefined,
  keep: (records: R[]) => R[],
): { log: AppendLog<R>; records: R[]; damaged: number } {
  const found = existsSync(file) ? recordsIn(readFileSync(file), read) : { records: [], damaged: 0 }
  const records = keep(found.records)
  rewrite(file, records.map(lineOf).join(''))
  const open = openSync(file, 'a', 0o600)
  return {
    records,
    damaged: found.damaged,
    log: {
      append: (record) => {
        writeSync(open, lineOf(record))
        fsyncSync(open)
      },
      close: () => closeSync(open),
    },
  }
}

/** Replaces a file as one act: the old one stands until the new one, and its name, are on disk. */
export function rewrite(file: string, text: string): void {
  const fresh = `${file}.new`
  writeFileSync(fresh, text, { mode: 0o600, flush: true })
  renameSync(fresh, file)
  // Windows opens no folders, and needs none of this.
  if (process.platform === 'win32') return
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function lineOf(record: unknown): string {
  const json = JSON.stringify(record)
  return `${checksum(json)} ${json}\n`
}

const checksum = (text: string | Buffer): string => crc32(text).toString(16).padStart(8, '0')

/** Checked as bytes: a cut in the middle of a character must not look like another character. */
function recordsIn<R>(bytes: Buffer, read: (value: unknown) => R | undefined) {
  const records: R[] = []
  let damaged = 0
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf('\n', from)
    const line = bytes.subarray(from, end < 0 ? bytes.length : end)
    const json = line.subarray(9)
    const whole = end >= 0 && line.subarray(0, 9).toString('latin1') === `${checksum(json)} `
    const record = whole ? read(JSON.parse(json.toString('utf8'))) : undefined
    if (record === undefined) damaged += 1
    else records.push(record)
    from = end < 0 ? bytes.length : end + 1
  }
  return { records, damaged }
}
