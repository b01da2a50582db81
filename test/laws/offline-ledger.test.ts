import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { numberIn } from '@jiaohao/core/queue/offline-number.ts'
import { type OfflineLedger, openOfflineLedger } from '@jiaohao/kiosk/offline-ledger.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaohao-ledger-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const day = '2026-11-23'
const idOf = (count: number, on = day) => `local-id-${on}-${count}`

const giveNext = (ledger: OfflineLedger, on = day) => {
  const sequence = ledger.lastIn('AK', on) + 1
  return ledger.give(
    {
      localId: idOf(sequence, on),
      day: on,
      number: numberIn('AK', sequence),
      serviceId: 'social',
      takenAtMs: 1_000 * sequence,
      heardAtMs: 0,
      offsetMs: 0,
      secret: 'a-secret-of-22-characters',
      language: 'zh-CN',
      needs: [],
    },
    true,
    false,
  )
}

const bytes = () => readFileSync(join(folder, 'whole', 'offline.log'))
const cutAt = (from: Buffer, at: number): string => {
  const dataDir = join(folder, `cut-${at}`)
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'offline.log'), from.subarray(0, at))
  return dataDir
}

test('killed at any byte, the ledger knows every number that reached paper, and gives none of them again', () => {
  const whole = openOfflineLedger(join(folder, 'whole'))
  const onPaperFrom: number[] = []
  for (let count = 1; count <= 4; count++) {
    whole.away(0)
    giveNext(whole)
    // Only now may a byte go to the printer.
    onPaperFrom.push(bytes().length)
    whole.printed(idOf(count), count === 3 ? 'failed' : 'printed', '')
    if (count === 3) whole.settle(idOf(count), 'void')
  }
  whole.cameIn([idOf(1), idOf(2)])
  whole.close()
  const all = bytes()

  for (let at = 0; at <= all.length; at++) {
    const reached = onPaperFrom.filter((from) => from <= at).length
    const ledger = openOfflineLedger(cutAt(all, at))
    expect(ledger.lastIn('AK', day), `cut at ${at}`).toBe(reached)
    expect(ledger.tickets().map(({ given }) => given.number)).toEqual(
      Array.from({ length: reached }, (_, i) => numberIn('AK', i + 1)),
    )
    expect(ledger.tickets().every(({ slip }) => slip !== 'underWay')).toBe(true)
    giveNext(ledger)
    ledger.close()
    const again = openOfflineLedger(join(folder, `cut-${at}`))
    expect(again.lastIn('AK', day)).toBe(reached + 1)
    expect(new Set(again.tickets().map(({ ticketId }) => ticketId)).size).toBe(reached + 1)
    again.close()
  }
})

test('begun and never ended is unknown, and never under way again by itself', () => {
  const before = openOfflineLedger(folder)
  giveNext(before)
  before.close()
  const after = openOfflineLedger(folder)
  expect(after.tickets()).toMatchObject([{ slip: 'unknown', why: 'interrupted', fate: 'open', in: false }])
  after.close()
})

test('the sequence begins again each day, and what the hub has of old days is forgotten, not what it lacks', () => {
  let ledger = openOfflineLedger(folder)
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']
  for (const on of days) {
    expect(giveNext(ledger, on).given.number).toBe('AK001')
    giveNext(ledger, on)
    ledger.cameIn([idOf(1, on)])
  }
  ledger.close()
  ledger = openOfflineLedger(folder)
  const left = ledger.tickets().map(({ given }) => `${given.day} ${given.number}`)
  expect(left).not.toContain('2026-11-20 AK001')
  expect(left).toContain('2026-11-20 AK002')
  expect(ledger.lastIn('AK', '2026-11-23')).toBe(2)
  ledger.close()
})

test('since when the hub is away survives the power cut, and its coming back does too', () => {
  let ledger = openOfflineLedger(folder)
  ledger.away(1_000)
  ledger.away(2_000)
  ledger.close()
  ledger = openOfflineLedger(folder)
  expect(ledger.awaySinceMs()).toBe(1_000)
  ledger.back()
  ledger.close()
  ledger = openOfflineLedger(folder)
  expect(ledger.awaySinceMs()).toBeNull()
  ledger.close()
})
