import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { clockOf } from '@jiaohao/core/clock.ts'
import { afterEach, expect, test } from 'vitest'
import { usualPolicy } from '../voice/policy.ts'
import { programme } from '../voice/programme.ts'
import { silentVoice } from '../voice/silent-voice.ts'
import { pickVoice, type Sentence } from '../voice/voices.ts'
import { decodeWav } from '../voice/wav.ts'
import { dialCommand } from './dial-command.ts'
import { openProgramVoice } from './voice.ts'

const clock = clockOf(globalThis)
const soon = { timeout: 20_000 }
const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

/** Has the parts of sherpa-onnx-node that the program uses; it hums, and tells what it was to say. */
const fakePackage = `
  exports.OfflineTts = class {
    constructor({ model }) { process.stderr.write('model ' + model.vits.model + '\\n') }
    generate({ text, sid, speed }) {
      process.stderr.write('said ' + JSON.stringify({ text, sid, speed }) + '\\n')
      if (text.includes('哑')) throw new Error('no such token')
      const samples = new Float32Array(16000).map((_, i) => 0.3 * Math.sin(i / 10))
      return { samples, sampleRate: 16000 }
    }
  }
  exports.writeWave = (file, { samples, sampleRate }) => {
    const bytes = Buffer.alloc(44 + samples.length * 2)
    bytes.write('RIFF', 0); bytes.writeUInt32LE(bytes.length - 8, 4); bytes.write('WAVEfmt ', 8)
    bytes.writeUInt32LE(16, 16); bytes.writeUInt16LE(1, 20); bytes.writeUInt16LE(1, 22)
    bytes.writeUInt32LE(sampleRate, 24); bytes.writeUInt32LE(sampleRate * 2, 28)
    bytes.writeUInt16LE(2, 32); bytes.writeUInt16LE(16, 34); bytes.write('data', 36)
    bytes.writeUInt32LE(samples.length * 2, 40)
    samples.forEach((sample, i) => bytes.writeInt16LE(Math.round(sample * 32767), 44 + i * 2))
    require('node:fs').writeFileSync(file, bytes)
  }
`

/** A station's folder, with the package and a model's folder unless a test leaves them out. */
function folder({ packaged = true } = {}) {
  const path = mkdtempSync(join(tmpdir(), 'jiaohao-voice-'))
  toClose.push(() => rmSync(path, { recursive: true, force: true }))
  if (packaged) {
    const place = join(path, 'node_modules/sherpa-onnx-node')
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'index.js'), fakePackage)
  }
  mkdirSync(join(path, 'model'))
  const tts = { model: { vits: { model: './model.onnx', tokens: './tokens.txt' }, numThreads: 1 } }
  writeFileSync(join(path, 'model/voice.json'), JSON.stringify({ speaker: 3, tts }))
  return path
}

/** A voice in a real program, started as a station would, and what the program logs. */
function program(file: string, options: string[], path: string, madeWithinMs = 10_000) {
  const log: string[] = []
  const onLog = (line: string) => void log.push(line)
  const voice = openProgramVoice({
    dial: dialCommand({
      program: process.execPath,
      options: [resolve(import.meta.dirname, file), ...options],
      folder: path,
      clock,
      onLog,
    }),
    clock,
    random: () => 0.5,
    folder: join(path, 'said'),
    onLog,
    madeWithinMs,
  })
  toClose.push(voice.close)
  return { voice, log }
}
const sherpa = (path: string) => program('../voice/sherpa/say.ts', [join(path, 'model')], path)
const bad = (wrong: string, madeWithinMs?: number) =>
  program('bad-program.ts', [wrong], folder(), madeWithinMs)

const sentence = (change: Partial<Sentence> = {}): Sentence => ({
  call: { number: 'A001', counter: '3' },
  language: 'zh-CN',
  one: '一',
  ...change,
})
/** What became of a sentence: the rate and length of its sound, or why there is none. */
const rendered = async (voice: { render(asked: Sentence): Promise<Uint8Array> }, asked = sentence()) => {
  try {
    const read = decodeWav(await voice.render(asked))
    return 'sound' in read ? `${read.sound.rateHz} Hz` : read.refused
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  }
}

test('a sentence is made by the engine, its digits spelled, and nothing of it stays on disk', {
  timeout: 30_000,
}, async () => {
  const path = folder()
  const { voice, log } = sherpa(path)
  await expect.poll(() => rendered(voice), soon).toBe('16000 Hz')
  await expect.poll(() => log, soon).toContain(`model ${join(path, 'model/model.onnx')}`)
  // What a program logs may come after what it answers.
  const said = () => log.filter((line) => line.startsWith('said')).map((line) => JSON.parse(line.slice(5)))
  await expect.poll(() => said()[0], soon).toEqual({ text: '请 A 零零一号，到三号窗口', sid: 3, speed: 1 })
  await rendered(voice, sentence({ pace: 0.8 }))
  await expect.poll(() => said().at(-1), soon).toMatchObject({ speed: 0.8 })
  expect(readdirSync(join(path, 'said'))).toEqual([])
  expect(statSync(join(path, 'said')).mode & 0o777).toBe(0o700)
})

test('what the engine or its model cannot say goes to the next voice, also one of another rate', {
  timeout: 30_000,
}, async () => {
  const { voice } = sherpa(folder())
  await expect.poll(() => rendered(voice), soon).toBe('16000 Hz')
  expect(await rendered(voice, sentence({ language: 'en' }))).toBe('the voice program: Error: no en')
  expect(
    await rendered(voice, sentence({ call: { number: 'A001', counter: '3', service: '哑' } })),
  ).toContain('no such token')
  const both = await pickVoice([async () => voice, async () => silentVoice])
  if (!('render' in both)) throw new Error('no voice')
  const call = { id: 'x', number: 'A001', counter: '3', recall: 0, atMs: 0 }
  const made = await programme(call, 2, 1, both, { ...usualPolicy, languages: ['zh-CN', 'en'] })
  expect(made).toMatchObject({ text: expect.stringContaining('Ticket') })
})

test('without the package the program says so and ends, and the next voice speaks at once', {
  timeout: 30_000,
}, async () => {
  const { voice, log } = sherpa(folder({ packaged: false }))
  await expect.poll(() => log.join(' '), soon).toContain("Cannot find module 'sherpa-onnx-node'")
  const both = await pickVoice([async () => voice, async () => silentVoice])
  if (!('render' in both)) throw new Error('no voice')
  expect(await rendered(both)).toMatch(/Hz$/)
  expect(await rendered(voice)).toBe('the voice program does not run')
})

test('a program that says done and wrote nothing has not made a sound', { timeout: 30_000 }, async () => {
  const { voice } = bad('')
  await expect.poll(() => rendered(voice), soon).toBe('the voice program wrote no sound')
})

test('a program that makes a sentence for ever is ended, and started again', {
  timeout: 30_000,
}, async () => {
  const { voice, log } = bad('mute', 300)
  await expect.poll(() => rendered(voice), soon).toBe('the voice program did not answer')
  const starts = () => log.filter((line) => line.startsWith('pid')).length
  await expect.poll(starts, soon).toBeGreaterThan(1)
})
