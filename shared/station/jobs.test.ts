import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openJobs } from './jobs.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-jobs-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a job is new once', () => {
  const jobs = openJobs(folder)
  expect(jobs.begin('2026-03-11-1')).toBe('new')
  expect(jobs.begin('2026-03-11-1')).toBe('underWay')
  jobs.end('2026-03-11-1', { result: 'failed', why: 'paperOut' })
  expect(jobs.begin('2026-03-11-1')).toEqual({ result: 'failed', why: 'paperOut' })
  jobs.close()
})

test('a new process knows what was printed, and what was only begun is unknown', () => {
  const before = openJobs(folder)
  before.begin('2026-03-11-1')
  before.end('2026-03-11-1', { result: 'printed', why: '' })
  before.begin('2026-03-11-2/1773187200000')
  before.close()
  const after = openJobs(folder)
  expect(after.begin('2026-03-11-1')).toEqual({ result: 'printed', why: '' })
  expect(after.begin('2026-03-11-2/1773187200000')).toEqual({ result: 'unknown', why: 'interrupted' })
  expect(after.begin('2026-03-11-3')).toBe('new')
  after.close()
})

test('a line torn by a power cut says nothing, and the next one stands whole', () => {
  const before = openJobs(folder)
  before.begin('2026-03-11-1')
  before.close()
  appendFileSync(join(folder, 'printed.log'), '2026-03-11-1 print')
  const after = openJobs(folder)
  expect(after.begin('2026-03-11-1')).toEqual({ result: 'unknown', why: 'interrupted' })
  expect(after.begin('2026-03-11-2')).toBe('new')
  after.close()
  expect(readFileSync(join(folder, 'printed.log'), 'utf8')).toBe(
    '2026-03-11-1 unknown interrupted\n2026-03-11-2 begun\n',
  )
})
