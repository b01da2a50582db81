import { expect, test } from 'vitest'
import { drivenClock } from '../driven-clock.ts'
import { type Policy, usualPolicy } from './policy.ts'
import type { Call } from './queue.ts'
import { silentVoice } from './silent-voice.ts'
import { openSpeaker, type SpeakerState } from './speaker.ts'
import { openSpeakerTwin } from './twin.ts'
import type { NoVoice, Voice } from './voices.ts'
import { decodeWav, durationMs } from './wav.ts'

const morningMs = Date.parse('2026-03-11T09:00:00+08:00')

/** A zone of the hall with a virtual loudspeaker, at nine in the morning. */
function hallZone(setup: { voice?: Voice | NoVoice; policy?: Partial<Policy> } = {}) {
  const clock = drivenClock(morningMs)
  const twin = openSpeakerTwin({ clock })
  const spoken: string[] = []
  const unsaid: string[] = []
  const states: SpeakerState[] = []
  const speaker = openSpeaker({
    clock,
    voice: setup.voice ?? silentVoice,
    sink: twin,
    policy: { ...usualPolicy, ...setup.policy },
    onSpoken: (id) => spoken.push(id),
    onUnsaid: (id, why) => unsaid.push(`${id} ${why}`),
    onState: (state) => states.push(state),
  })
  return {
    ...{ clock, twin, speaker, spoken, unsaid, states },
    calls: (number: string, counter = '3', recall = 0, service?: string) => {
      const call: Call = { id: number, number, counter, recall, atMs: clock.now() }
      speaker.say(service ? { ...call, service } : call)
    },
    heard: () => twin.heard().map((sound) => sound.text),
    seconds: (count: number) => clock.advance(count * 1000),
  }
}

test('counter 3 calls A001: the hall hears a chime and the sentence twice, and the history knows', async () => {
  const zone = hallZone()
  zone.calls('A001')
  await zone.seconds(8)
  expect(zone.spoken).toEqual([])
  expect(zone.speaker.queue().now).toMatchObject({ status: 'speaking', call: { id: 'A001' } })
  await zone.seconds(4)
  expect(zone.heard()).toEqual(['请A001号到3号窗口'])
  expect(zone.spoken).toEqual(['A001'])
  const [sound] = zone.twin.heard()
  // Chime 1200 and 250, two sentences of 4250 with 700 between, 400 after.
  expect(sound).toMatchObject({ atMs: morningMs, durationMs: 1200 + 250 + 4250 + 700 + 4250 + 400 })
  const read = decodeWav(sound!.wav)
  expect('sound' in read && durationMs(read.sound)).toBe(sound!.durationMs)
})

test('who asked for slow speech is called slowly, and the next one as usual again', async () => {
  const zone = hallZone()
  zone.speaker.say({ id: 'A001', number: 'A001', counter: '3', recall: 0, atMs: zone.clock.now(), pace: 0.7 })
  zone.calls('A002')
  await zone.seconds(40)
  const [slow, usual] = zone.twin.heard()
  expect(slow!.durationMs - usual!.durationMs).toBeCloseTo((2 * 4250) / 0.7 - 2 * 4250, -1)
})

test('five counters call within a second: five announcements in order, one after the other, none cut (T12)', async () => {
  const zone = hallZone()
  for (const at of [1, 2, 3, 4, 5]) {
    zone.calls(`A00${at}`, String(at))
    await zone.seconds(0.2)
  }
  await zone.seconds(90)
  const heard = zone.twin.heard()
  expect(heard.map((sound) => sound.text)).toEqual([1, 2, 3, 4, 5].map((at) => `请A00${at}号到${at}号窗口`))
  for (const [at, sound] of heard.slice(1).entries())
    expect(sound.atMs).toBeGreaterThanOrEqual(heard[at]!.atMs + heard[at]!.durationMs)
  const longest = Math.max(...heard.map((sound) => sound.durationMs))
  expect(heard.map((sound) => sound.durationMs === longest)).toEqual([true, false, true, true, true])
  expect(zone.spoken).toEqual(['A001', 'A002', 'A003', 'A004', 'A005'])
})

test('a recall sounds again; a message delivered twice does not', async () => {
  const zone = hallZone()
  const call: Call = { id: 'A001', number: 'A001', counter: '3', recall: 0, atMs: morningMs }
  zone.speaker.say(call)
  zone.speaker.say(call)
  await zone.seconds(20)
  expect(zone.heard()).toHaveLength(1)
  zone.calls('A001', '3', 1)
  await zone.seconds(20)
  expect(zone.heard()).toHaveLength(2)
})

test('who came while waiting to be announced is not announced', async () => {
  const zone = hallZone()
  zone.calls('A001')
  zone.calls('A002')
  zone.speaker.served('A002')
  await zone.seconds(60)
  expect(zone.heard()).toEqual(['请A001号到3号窗口'])
  expect(zone.unsaid).toEqual(['A002 served'])
})

test('a rush of twenty calls: the first are heard in order, the rest are too old to be said', async () => {
  const zone = hallZone()
  for (let at = 10; at < 30; at += 1) zone.calls(`A0${at}`)
  await zone.seconds(200)
  expect(zone.heard().length).toBeGreaterThan(10)
  expect(zone.spoken.concat(zone.unsaid.map((one) => one.split(' ')[0]!))).toHaveLength(20)
  expect(zone.unsaid.every((one) => one.endsWith('expired'))).toBe(true)
  for (const sound of zone.twin.heard()) expect(sound.atMs - morningMs).toBeLessThanOrEqual(90_000)
})

test('the loudspeaker is unplugged mid-sentence: told once, said again when it is back, nothing lost', async () => {
  const zone = hallZone()
  zone.calls('A001')
  zone.calls('A002')
  await zone.seconds(3)
  zone.twin.faults.set('unplugged', true)
  await zone.seconds(20)
  expect(zone.heard()).toEqual([])
  expect(zone.speaker.state().status).toBe('sinkFailing')
  zone.twin.faults.set('unplugged', false)
  await zone.seconds(60)
  expect(zone.spoken).toEqual(['A001', 'A002'])
  expect(zone.states.map((state) => state.status)).toEqual(['ready', 'sinkFailing', 'ready'])
})

test('a loudspeaker that never says it is done holds the zone up only for the sentence and two seconds', async () => {
  const zone = hallZone()
  zone.twin.faults.set('silent', true)
  zone.calls('A001')
  await zone.seconds(14)
  expect(zone.speaker.state()).toEqual({ status: 'sinkFailing', reason: 'the player did not end' })
  zone.twin.faults.set('silent', false)
  await zone.seconds(20)
  expect(zone.spoken).toEqual(['A001'])
})

test('a machine without a voice says so once and claims nothing was spoken', async () => {
  const zone = hallZone({ voice: { name: 'none', refusals: ['espeak-ng does not run here'] } })
  zone.calls('A001')
  zone.calls('A002')
  await zone.seconds(30)
  expect(zone.states).toEqual([{ status: 'noVoice', refusals: ['espeak-ng does not run here'] }])
  expect(zone.unsaid).toEqual(['A001 noVoice', 'A002 noVoice'])
  expect(zone.heard()).toEqual([])
  expect(zone.spoken).toEqual([])
})

test('a voice that fails is told once; the next sentence goes on', async () => {
  const render: Voice['render'] = (sentence) =>
    sentence.call.number === 'A003' ? silentVoice.render(sentence) : Promise.reject(new Error('engine died'))
  const zone = hallZone({ voice: { name: 'fragile', render } })
  for (const number of ['A001', 'A002', 'A003']) zone.calls(number)
  await zone.seconds(30)
  expect(zone.unsaid).toEqual(['A001 failed', 'A002 failed'])
  expect(zone.states).toEqual([
    { status: 'ready', voice: 'fragile' },
    { status: 'voiceFailing', reason: 'engine died' },
    { status: 'ready', voice: 'fragile' },
  ])
})

test('a long sentence is said once, then without its service, rather than cut', async () => {
  const service = '不动产登记与抵押注销联合办理'
  const texts = async (sentenceLimitMs: number) => {
    const zone = hallZone({ policy: { sentenceLimitMs } })
    zone.calls('A001', '3', 0, service)
    await zone.seconds(60)
    return [...zone.twin.heard().map((one) => [one.text, one.durationMs]), ...zone.unsaid]
  }
  expect(await texts(30_000)).toEqual([[`请A001号到3号窗口办理${service}`, 1850 + 10_250 * 2 + 700]])
  expect(await texts(20_000)).toEqual([[`请A001号到3号窗口办理${service}`, 1850 + 10_250]])
  expect(await texts(10_000)).toEqual([['请A001号到3号窗口', 1850 + 4250]])
  expect(await texts(5_000)).toEqual(['A001 tooLong'])
})

test('a bilingual hall says each sentence in Chinese, then in English', async () => {
  const zone = hallZone({ policy: { languages: ['zh-CN', 'en'] } })
  zone.calls('A001')
  await zone.seconds(30)
  expect(zone.heard()).toEqual(['请A001号到3号窗口 Ticket A001, please go to counter 3'])
})

test('at lunch the hall speaks softly', async () => {
  const peak = async (gain: number) => {
    const zone = hallZone({ policy: { loudness: [{ from: '00:00', gain }] } })
    zone.calls('A001')
    await zone.seconds(20)
    const read = decodeWav(zone.twin.heard()[0]!.wav)
    return 'sound' in read ? Math.max(...read.sound.samples.subarray(0, 8000)) : 0
  }
  expect((await peak(0.25)) / (await peak(1))).toBeCloseTo(0.25, 2)
})

test('a page can make the twin audible as each sound begins', async () => {
  const zone = hallZone()
  const begun: string[] = []
  const stop = zone.twin.onAudio((sound) => begun.push(sound.text))
  zone.calls('A001')
  await zone.seconds(1)
  expect(begun).toEqual(['请A001号到3号窗口'])
  expect(zone.heard()).toEqual([])
  stop()
  await zone.seconds(20)
  zone.calls('A002')
  await zone.seconds(20)
  expect(begun).toHaveLength(1)
})

test('a closed speaker falls silent at once and reports nothing more', async () => {
  const zone = hallZone()
  zone.calls('A001')
  zone.calls('A002')
  await zone.seconds(3)
  zone.speaker.close()
  await zone.seconds(60)
  expect(zone.heard()).toEqual([])
  expect([...zone.spoken, ...zone.unsaid]).toEqual([])
})

test('two busy hours of 500 calls are driven in seconds, and all are heard', async () => {
  const zone = hallZone()
  for (let at = 0; at < 500; at += 1) {
    zone.calls(`A${String(at).padStart(3, '0')}`)
    await zone.seconds(14)
  }
  await zone.seconds(60)
  expect(zone.spoken).toHaveLength(500)
})
