/**
 * The engine in a thread of its own: loading a model and making a sentence each keep it busy, and the program must
 * answer meanwhile. The package `sherpa-onnx-node` is looked for where the program was started, since the hall
 * installs it there and not this project.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'

/** `voice.json` in the model's folder; `tts` is what sherpa-onnx itself takes, its files named from that folder. */
interface ModelFile {
  speaker?: number
  languages?: string[]
  tts: object
}

interface Sherpa {
  OfflineTts: new (
    config: object,
  ) => {
    generate(ask: { text: string; sid: number; speed: number }): { samples: Float32Array; sampleRate: number }
  }
  writeWave(file: string, sound: { samples: Float32Array; sampleRate: number }): void
}

interface Ask {
  id: number
  text: string
  language: string
  speed: number
  file: string
}

const { modelFolder, startedIn } = workerData as { modelFolder: string; startedIn: string }
const sherpa = createRequire(join(startedIn, 'here.js'))('sherpa-onnx-node') as Sherpa
const model = JSON.parse(readFileSync(join(modelFolder, 'voice.json'), 'utf8')) as ModelFile
const tts = new sherpa.OfflineTts(fromFolder(model.tts) as object)
parentPort?.postMessage({ is: 'ready' })

parentPort?.on('message', ({ id, text, language, speed, file }: Ask) => {
  try {
    const languages = model.languages ?? ['zh-CN']
    if (!languages.includes(language)) throw new Error(`no ${language}`)
    sherpa.writeWave(file, tts.generate({ text, sid: model.speaker ?? 0, speed }))
    parentPort?.postMessage({ is: 'made', id })
  } catch (problem) {
    parentPort?.postMessage({ is: 'failed', id, why: String(problem).slice(0, 100) })
  }
})

/** A thread cannot change its folder, so every name that is a file of the model's gets its whole path. */
function fromFolder(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith('./') ? join(modelFolder, value) : value
  if (Array.isArray(value)) return value.map(fromFolder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fromFolder(each)]))
}
