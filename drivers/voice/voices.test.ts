import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { cachedVoice } from './cached-voice.ts'
import { openClips } from './clips.ts'
import { engineInput, openEspeak } from './espeak.ts'
import { silentVoice } from './silent-voice.ts'
import { pickVoice, type Sentence, type Voice } from './voices.ts'
import { decodeWav, durationMs, encodeWav, type Sound } from './wav.ts'

const a001: Sentence = { call: { number: 'A001', counter: '3' }, language: 'zh-CN', one: '一' }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), 'clips-'))
})

function soundOf(wav: Uint8Array): Sound {
  const read = decodeWav(wav)
  if ('refused' in read) throw new Error(read.refused)
  return read.sound
}

/** A buzz stands for a recording: `lengthMs` long, with 50 ms of silence on both sides. */
function recording(lengthMs: number, rateHz = 8000): Uint8Array {
  const quiet = new Array<number>(rateHz / 20).fill(0)
  const buzz = Array.from({ length: (rateHz * lengthMs) / 1000 }, (_, at) => (at % 2 === 0 ? 9000 : -9000))
  return encodeWav({ rateHz, channels: 1, samples: Int16Array.from([...quiet, ...buzz, ...quiet]) })
}

async function record(words: readonly string[], language = 'zh-CN') {
  const clips = Object.fromEntries(words.map((text, at) => [text, `${at}.wav`]))
  for (const file of Object.values(clips)) await writeFile(joinPath(folder, file), recording(200))
  await writeFile(joinPath(folder, 'manifest.json'), JSON.stringify({ name: '李老师', language, clips }))
}

async function opened(): Promise<Voice> {
  const voice = await openClips(folder)
  if ('refused' in voice) throw new Error(voice.refused)
  return voice
}

test('clips are said one after the other, with a breath after each and a pause after the number', async () => {
  await record(['请', 'A', '零', '一', '号', '到', '三', '号窗口'])
  const sound = soundOf(await (await opened()).render(a001))
  // 请 A 零 零 一 号 · 到 三 号窗口: nine clips of 200 ms, nine breaths of 40 ms, one pause of 400 ms.
  expect(durationMs(sound)).toBe(9 * 200 + 9 * 40 + 400)
})

test('a service that nobody recorded is left unsaid, a digit is not', async () => {
  await record(['请', 'A', '零', '一', '号', '到', '三', '号窗口', '办理'])
  const clips = await opened()
  const withService = { ...a001, call: { ...a001.call, service: '社保' } }
  expect(await clips.render(withService)).toEqual(await clips.render(a001))
  await expect(clips.render({ ...a001, call: { number: 'A012', counter: '3' } })).rejects.toThrow(
    'no clip for 二',
  )
  await expect(clips.render({ ...a001, language: 'en' })).rejects.toThrow('no clips in en')
})

test("a hall's own sentence is made of the recorded clips, or is the usual one", async () => {
  await record(['请', 'A', '零', '一', '号', '到', '三', '号窗口'])
  const clips = await opened()
  const worded = (wording: string): Sentence => ({
    ...a001,
    call: { ...a001.call, wording: { 'zh-CN': wording, en: '' } },
  })
  const own = soundOf(await clips.render(worded('{number}号到{counter}号窗口')))
  // A 零 零 一 号 到 三 号窗口: eight clips and breaths, and no pause.
  expect(durationMs(own)).toBe(8 * 200 + 8 * 40)
  expect(await clips.render(worded('欢迎{number}号到{counter}号窗口'))).toEqual(await clips.render(a001))
})

test.each([
  ['no manifest at all', undefined, 'ENOENT'],
  ['a manifest that is no JSON', '{', 'JSON'],
  [
    'a clip outside the folder',
    { name: 'x', language: 'zh-CN', clips: { 请: '../../secret.wav' } },
    'no file of',
  ],
  ['a clip that is missing', { name: 'x', language: 'zh-CN', clips: { 请: 'gone.wav' } }, 'ENOENT'],
  ['a clip that is no WAV', { name: 'x', language: 'zh-CN', clips: { 请: 'manifest.json' } }, 'not a RIFF'],
  ['no clips', { name: 'x', language: 'zh-CN', clips: {} }, 'found none'],
  ['another language', { name: 'x', language: 'fr', clips: {} }, 'none of zh-CN, en'],
])('a folder with %s is refused in words', async (_, manifest, reason) => {
  if (manifest)
    await writeFile(
      joinPath(folder, 'manifest.json'),
      typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
    )
  expect(await openClips(folder)).toEqual({ refused: expect.stringContaining(reason) })
})

test('clips recorded at different rates are refused', async () => {
  await record(['请', '号'])
  await writeFile(joinPath(folder, '1.wav'), recording(200, 16000))
  expect(await openClips(folder)).toEqual({
    refused: expect.stringContaining('8000 Hz, 1 channel(s) and 16000 Hz'),
  })
})

test('clips come first, what they cannot say goes to the engine, and nothing usable is told as no voice', async () => {
  await record(['请', 'A', '零', '一', '号', '到', '三', '号窗口'])
  const engine: Voice = { name: 'engine', render: async () => recording(50) }
  const voice = await pickVoice([() => openClips(folder), async () => engine])
  if (!('render' in voice)) throw new Error('expected a voice')
  expect(voice.name).toBe('clips 李老师, then engine')
  expect(await voice.render(a001)).not.toEqual(recording(50))
  expect(await voice.render({ ...a001, call: { number: 'B002', counter: '3' } })).toEqual(recording(50))
  const none = await pickVoice([() => openClips('/nowhere'), () => openEspeak({ command: 'no-such-espeak' })])
  expect(none).toEqual({
    name: 'none',
    refusals: [expect.stringContaining('clips in /nowhere'), expect.stringContaining('no-such-espeak')],
  })
})

test('a recall is not rendered again, a failure is', async () => {
  let renders = 0
  const voice = cachedVoice(
    {
      name: 'counting',
      render: async () => {
        renders += 1
        if (renders === 1) throw new Error('engine busy')
        return recording(renders)
      },
    },
    2,
  )
  const say = (number: string) => voice.render({ ...a001, call: { number, counter: '3' } })
  await expect(say('A001')).rejects.toThrow('engine busy')
  await say('A001')
  await say('A001')
  expect(renders).toBe(2)
  await say('A002')
  await say('A003')
  await say('A001')
  expect(renders).toBe(5)
})

test('an engine that hangs is ended and the sentence fails', async () => {
  const command = joinPath(folder, 'hanging-espeak')
  await writeFile(
    command,
    '#!/bin/sh\n[ "$1" = --voices=cmn ] && echo cmn-latn-pinyin && exit\nexec tail -f /dev/null\n',
  )
  await chmod(command, 0o755)
  const voice = await openEspeak({ command, limitMs: 300 })
  if ('refused' in voice) throw new Error(voice.refused)
  await expect(voice.render(a001)).rejects.toThrow()
})

const installed = await openEspeak()
const missing = 'refused' in installed ? ` – SKIPPED: ${installed.refused}` : ''

test.skipIf(missing)(`espeak-ng says the sentence at a good pace and level${missing}`, async () => {
  if ('refused' in installed) throw new Error(installed.refused)
  const sound = soundOf(await installed.render(a001))
  expect(durationMs(sound)).toBeGreaterThan(3_000)
  expect(durationMs(sound)).toBeLessThan(5_000)
  const peak = sound.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  expect(peak).toBeGreaterThan(10_000)
  expect(peak).toBeLessThan(30_000)
  const estimate = durationMs(soundOf(await silentVoice.render(a001)))
  expect(Math.abs(estimate / durationMs(sound) - 1)).toBeLessThan(0.15)
})

test.skipIf(missing)(`espeak-ng knows every sound of the sentence${missing}`, () => {
  const { voice, text } = engineInput(a001)
  const phonemes = execFileSync('espeak-ng', ['-v', voice, '-x', '-q', text], { encoding: 'utf8' })
  // qǐng A líng líng yī hào, dào sān hào chuāng kǒu – and no English "(en)" in between.
  expect(phonemes.match(/[0-9]+/g)?.join(' ')).toBe('21 55 35 35 55 51 51 55 51 55 214')
  expect(phonemes).not.toContain('(en)')
})
