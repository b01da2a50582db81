import type { Clock } from '@jiaohao/core/clock.ts'
import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import type { Desk } from '../floor/demo-people.ts'
import type { VirtualHall } from '../floor/virtual-hall.ts'
import { type Client, connect, type Watching } from '../hall/client.ts'
import type { Acts } from './hall-day.ts'

/**
 * People's hands: citizens tap the kiosk's page and press the evaluator's keys; clerks at odd counters work the
 * counter page, at even ones the keypad. Everything goes the way it goes in a hall.
 */
export interface Hands extends Acts {
  close(): void
}

const evaluatorValue = { 5: 0, 4: 1, 3: 2, 2: 3, 1: 3 } as const

export async function handsOn(
  hall: VirtualHall,
  desks: ReadonlyMap<string, Desk>,
  clock: Clock,
): Promise<Hands> {
  const kiosks: { page: Client; seen: Watching<'kiosk'> }[] = []
  for (const { station } of hall.kiosks) {
    const page = await connect(station.url, {})
    kiosks.push({ page, seen: await page.watch({ view: 'kiosk' }) })
  }
  const windowPage = await connect(hall.window.url, {})
  const signs = await windowPage.watch({ view: 'window' })
  const { keypads, busAddress } = hall.devices
  const fingers = openFingers(clock)
  const sign = (counterId: string): CounterSign =>
    signs.view().counters.find((each) => each.counterId === counterId) as CounterSign
  const until = (counterId: string, holds: (sign: CounterSign) => boolean) =>
    signs.until(({ counters }) => counters.some((each) => each.counterId === counterId && holds(each)))

  const usesKeypad = (counterId: string) => busAddress(counterId) % 2 === 0
  const desk = (counterId: string): Desk => desks.get(counterId) as Desk

  async function press(
    counterId: string,
    key: Parameters<typeof keypads.press>[1],
    holds: (sign: CounterSign) => boolean,
  ) {
    await fingers(`${counterId} ${key}`)
    keypads.press(busAddress(counterId), key)
    await until(counterId, holds)
  }

  return {
    take: async (kiosk, { serviceId, classId, appointment, writesDown }) => {
      const { page, seen } = kiosks[kiosk % kiosks.length] as (typeof kiosks)[number]
      const answer = await page.send({
        command: 'takeTicket',
        serviceId,
        paper: true,
        language: 'zh-CN',
        ...(classId === null ? {} : { priority: { classId, ground: '证件已核' } }),
        ...(appointment === null ? {} : { appointment }),
      })
      if (!('done' in answer)) return answer
      const { ticketId } = answer.done
      const mine = (view: KioskView) => view.taken.find((each) => each.ticketId === ticketId)
      const settled = await seen.until((view) => mine(view)?.slip !== 'underWay')
      const slip = mine(settled)?.slip
      if (ticketId && writesDown && (slip === 'failed' || slip === 'unknown')) {
        await page.send({ command: 'confirmNumber', ticketId })
      }
      return answer
    },
    callNext: async (counterId): Promise<Answer> => {
      if (!usesKeypad(counterId)) {
        const answer = await desk(counterId).send({ command: 'callNext', counterId, finishCurrent: false })
        if ('done' in answer) await until(counterId, ({ state }) => state === 'calling')
        return answer
      }
      await press(counterId, 'callNext', ({ state, waiting }) => state === 'calling' || waiting === 0)
      return sign(counterId).state === 'calling' ? { done: { seq: 0 } } : { refused: 'nobodyWaiting' }
    },
    recall: async (counterId) => {
      const { recall } = sign(counterId)
      if (usesKeypad(counterId)) await press(counterId, 'recall', (now) => now.recall > recall)
      else await desk(counterId).send({ command: 'recall', counterId })
    },
    start: async (counterId) => {
      await desk(counterId).send({ command: 'start', counterId })
    },
    finish: async (counterId) => {
      const done = ({ state }: CounterSign) => state !== 'calling' && state !== 'serving'
      if (usesKeypad(counterId)) return press(counterId, 'requestRating', done)
      await desk(counterId).send({ command: 'finish', counterId, wrapUp: false })
      await until(counterId, done)
    },
    miss: (counterId) => desk(counterId).send({ command: 'miss', counterId }),
    rate: async (counterId, level) => {
      if (!sign(counterId).asking) return
      await fingers(`${counterId} rate`)
      keypads.rate(busAddress(counterId), evaluatorValue[level])
      await until(counterId, ({ asking }) => asking === null)
    },
    sign,
    serviceOf: (counterId) => signs.calls.findLast((call) => call.counterId === counterId)?.serviceId ?? '',
    close: () => {
      for (const { page } of kiosks) page.close()
      windowPage.close()
    },
  }
}

const fingerMs = 700

/** Nobody presses one key faster than this; a keypad's driver takes anything faster for a bounce. */
function openFingers(clock: Clock): (key: string) => Promise<void> {
  const pressedAtMs = new Map<string, number>()
  return (key) => {
    const readyMs = (pressedAtMs.get(key) ?? 0) + fingerMs
    const nowMs = clock.now()
    pressedAtMs.set(key, Math.max(nowMs, readyMs))
    return readyMs <= nowMs ? Promise.resolve() : new Promise((ready) => clock.after(readyMs - nowMs, ready))
  }
}
