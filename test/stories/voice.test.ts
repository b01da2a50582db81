import { clockOf } from '@jiaohao/core/clock.ts'
import { Device, StationSetUp } from '@jiaohao/core/contract/station.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import { silentVoice } from '@jiaohao/drivers/voice/silent-voice.ts'
import { openSyn6288Twin } from '@jiaohao/drivers/voice/syn6288/twin.ts'
import { openSpeakerTwin } from '@jiaohao/drivers/voice/twin.ts'
import { type HallDisplayStart, openHallDisplay } from '@jiaohao/hall-display/open-hall-display.ts'
import { afterEach, expect, test } from 'vitest'
import { connect } from '../hall/client.ts'
import { openTestHall } from '../hall/open-hall.ts'
import { smallHall } from '../hall/small-hall.ts'
import { stationFolder } from '../hall/station-folder.ts'

const clock = clockOf(globalThis)
const within = { timeout: 10_000 }
const usual = '请A001号到1号窗口'
const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

/** A hall whose display is set up with this speaker: `sets` changes it, as the console does. */
async function hallWith(speaker: object, hear?: HallDisplayStart['hear'], announcement?: object) {
  const services = smallHall.services.map((service) =>
    service.id === 'social' && announcement ? { ...service, announcement } : service,
  ) as typeof smallHall.services
  const hall = await openTestHall({ setUp: { ...smallHall, services } })
  const folder = stationFolder()
  const setUp = (change: object) => ({
    kind: 'display' as const,
    devices: [Device.parse({ id: 'speaker', kind: 'speaker', address: 'none:', ...change })],
  })
  const { id, key, client } = await hall.station(setUp(speaker))
  client.close()
  const display = await openHallDisplay({ ...folder.start(hall.url, key), ...(hear && { hear }) })
  toClose.push(folder.remove, hall.close, display.close)
  const kiosk = (await hall.station({ kind: 'kiosk' })).client
  const [li, wang] = [(await hall.staff('li', 'clerk')).client, (await hall.staff('wang', 'clerk')).client]
  await li.send({ command: 'openCounter', counterId: 'c1' })
  await wang.send({ command: 'openCounter', counterId: 'c2' })
  const page = await connect(display.url, {})
  toClose.push(() => page.close())
  return {
    display,
    li,
    wang,
    board: await page.watch({ view: 'board', zoneId: '' }),
    takes: () => kiosk.send({ command: 'takeTicket', serviceId: 'social', paper: false, language: 'zh-CN' }),
    sets: (change: object) => {
      hall.hub.parts.stations.change(id, StationSetUp.parse({ name: 'display', ...setUp(change) }))
      hall.hub.parts.tellStation(id)
    },
    state: () => display.devices()[0]?.state,
  }
}

/** A loudspeaker that ends a sentence only when it is told to. */
function patientSpeaker() {
  const own = drivenClock(0)
  const twin = openSpeakerTwin({ clock: own })
  let begun = 0
  twin.onAudio(() => {
    begun += 1
  })
  const heard = () => twin.heard().map(({ text }) => text)
  let opened = 0
  return {
    hear: async () => {
      opened += 1
      return { voice: silentVoice, sink: twin }
    },
    opens: (count: number) => expect.poll(() => opened, within).toBe(count),
    heard,
    begins: (count: number) => expect.poll(() => begun, within).toBe(count),
    ends: async (count: number) => {
      await own.advance(60_000)
      await expect.poll(heard, within).toHaveLength(count)
    },
  }
}

const calls = (counterId: string) => ({ command: 'callNext', counterId, finishCurrent: true }) as const

test('in quiet hours a call is shown and not said; when they end, by a new set-up alone, it is heard', async () => {
  const speaker = patientSpeaker()
  const { takes, li, wang, board, sets } = await hallWith(
    { loudness: [{ from: '00:00', gain: 0 }] },
    speaker.hear,
  )
  await takes()
  await takes()
  await li.send(calls('c1'))
  await board.until((view) => view.calls[0]?.number === 'A001')
  sets({ loudness: [{ from: '00:00', gain: 0.5 }], languages: ['zh-CN', 'en'] })
  await speaker.opens(2)
  await wang.send(calls('c2'))
  await speaker.begins(1)
  await speaker.ends(1)
  expect(speaker.heard()).toEqual(['请A002号到2号窗口 Ticket A002, please go to counter 2'])
})

test('what waits when the set-up is changed is said as it is set up now', async () => {
  const speaker = patientSpeaker()
  const { takes, li, board, sets } = await hallWith({}, speaker.hear)
  await takes()
  await li.send(calls('c1'))
  await speaker.begins(1)
  await board.until((view) => view.calls.length === 1)
  sets({ languages: ['en'] })
  await speaker.begins(2)
  await speaker.ends(1)
  expect(speaker.heard()).toEqual(['Ticket A001, please go to counter 1'])
})

test('a service is called in the words of its hall, each language in its own', async () => {
  const speaker = patientSpeaker()
  const { takes, li } = await hallWith({ languages: ['zh-CN', 'en'] }, speaker.hear, {
    'zh-CN': '{service}：请{number}到{counter}号台',
    en: '{service}: {number} to desk {counter}',
  })
  await takes()
  await li.send(calls('c1'))
  await speaker.begins(1)
  await speaker.ends(1)
  expect(speaker.heard()).toEqual(['社会保险：请A001到1号台 Social insurance: A001 to desk 1'])
})

test('a citizen who stands at the counter already is not called there any more', async () => {
  const speaker = patientSpeaker()
  const { takes, li, wang, board } = await hallWith({}, speaker.hear)
  for (let n = 1; n <= 3; n += 1) await takes()
  await li.send(calls('c1'))
  await speaker.begins(1)
  await wang.send(calls('c2'))
  await wang.send({ command: 'start', counterId: 'c2' })
  await board.until((view) => view.calls.some(({ number, started }) => number === 'A002' && started))
  await speaker.ends(1)
  await li.send(calls('c1'))
  await speaker.begins(2)
  await speaker.ends(2)
  expect(speaker.heard()).toEqual([usual, '请A003号到1号窗口'])
})

test('a speech board says the calls, in digits spelled one by one, and tells when it is gone', async () => {
  const hurried = {
    now: clock.now,
    after: (delayMs: number, run: () => void) => clock.after(delayMs / 40, run),
  }
  const board = await openSyn6288Twin({ clock: hurried })
  toClose.push(board.close)
  const { takes, li, state } = await hallWith({ address: board.address, one: '幺' })
  await expect.poll(state, within).toBe('ready')
  await takes()
  await li.send(calls('c1'))
  await expect.poll(board.heard, within).toEqual(Array(2).fill('请 A 零零幺 号，到 一 号窗口'))
  await board.faults.set('unplugged', true)
  await expect.poll(state, within).toBe('offline')
})

test('a name that can be no sound card is told, not played elsewhere', async () => {
  const { display } = await hallWith({ address: 'player:/etc/passwd' })
  await expect
    .poll(() => display.devices()[0], within)
    .toMatchObject({
      state: 'wrongSetUp',
      detail: 'address soundCard',
    })
})
