/**
 * A voice program (drivers/external) around sherpa-onnx and one of its speech models: `say.ts MODEL-FOLDER`. It
 * imports nothing of this project. Without the package or the model it says so and ends, and the next voice speaks.
 */
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'

const [folder = '.'] = process.argv.slice(2)
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)
let ready = false

const engine = new Worker(new URL('./engine.ts', import.meta.url), {
  workerData: { modelFolder: resolve(folder), startedIn: process.cwd() },
})
engine.on('message', (told: { is: string; id: number; why?: string }) => {
  if (told.is === 'ready') {
    ready = true
    say({ message: 'state', state: 'ready' })
  } else if (told.is === 'made') say({ message: 'answer', id: told.id, result: 'done' })
  else say({ message: 'answer', id: told.id, result: 'failed', why: told.why })
})
engine.on('error', (problem) => {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
})

interface Heard {
  message: string
  id?: number
}

function hear(heard: Heard) {
  switch (heard.message) {
    case 'hello':
      return say({ message: 'hello', protocol: 1, name: 'sherpa-onnx' })
    case 'state':
      return say({ message: 'state', id: heard.id, state: ready ? 'ready' : 'loading' })
    case 'render':
      if (ready) engine.postMessage(heard)
      else say({ message: 'answer', id: heard.id, result: 'failed', why: 'the model is being loaded' })
      return
    default:
      if (heard.id !== undefined) say({ message: 'answer', id: heard.id, result: 'failed', why: 'unknown' })
  }
}

// When stdin ends the station is gone: so goes the program.
createInterface({ input: process.stdin })
  .on('line', (line) => hear(JSON.parse(line) as Heard))
  .on('close', () => process.exit(0))
