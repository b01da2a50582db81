import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { clockOf } from '@jiaohao/core/clock.ts'
import { openPrinterTwin } from '@jiaohao/drivers/printer/twin.ts'
import { openWire, type Transport } from './faults-wire.ts'

interface Told {
  number: string
  begun?: true
  result?: string
}

/**
 * Our process is killed under a slip and started again with the same work: what had begun is unknown and left to
 * a person, what had not is printed. The other drivers hold nothing that a restart could lose or do twice.
 */
export async function processDies(transport: Transport) {
  const twin = await openPrinterTwin({ clock: clockOf(globalThis) })
  await twin.faults.set('slow', true)
  const wire = await openWire(transport, twin.address, () => 0)
  const data = mkdtempSync(join(tmpdir(), 'jiaohao-dies-'))
  const told: Told[] = []
  const numbers = ['A001', 'A002', 'A003']
  const start = () => {
    const args = [`--address=${wire.address}`, `--data=${data}`, ...numbers]
    const child = fork(new URL('./printing-process.ts', import.meta.url), args, { execArgv: [] })
    child.on('message', (message) => told.push(message as Told))
    return child
  }

  const first = start()
  while (!told.some(({ number, begun }) => number === 'A002' && begun)) await once(first, 'message')
  await setTimeout(600)
  const gone = once(first, 'exit')
  first.kill('SIGKILL')
  await gone
  const diedAtMs = performance.now()
  const before = told.splice(0)
  const second = start()
  await once(second, 'message')
  const recoveredMs = Math.round(performance.now() - diedAtMs)
  await once(second, 'exit')
  await wire.close()
  await twin.close()
  rmSync(data, { recursive: true, force: true })

  const end = (number: string) =>
    [...told, ...before].find((each) => each.number === number && each.result)?.result ?? 'open'
  const papers = twin.papers().map(({ text }) => new Set(text.match(/A\d{3}/g)))
  const times = (number: string) => papers.filter((paper) => paper.has(number)).length
  const lost = numbers.filter(
    (number) => end(number) === 'open' || (end(number) === 'printed' && times(number) < 1),
  )
  const doubled = numbers.filter((number) => times(number) > 1)
  const mixed = papers.filter((paper) => paper.size > 1).length
  return {
    ...{
      driver: 'printer',
      transport,
      fault: 'dies',
      detectedMs: null,
      saw: `A002 ${end('A002')}`,
      recoveredMs,
    },
    ...{ jobs: numbers.length, lost: lost.length, doubled: doubled.length + mixed },
    ends: numbers.map(end).join(' '),
    ok: lost.length + doubled.length + mixed === 0 && end('A002') === 'unknown' && recoveredMs <= 5000,
  }
}
