/**
 * An example to copy: a program that a station starts, as one that wraps a vendor's library would be. It imports
 * nothing of this project, so it reads the same in any language. As `led` it shows its lines on stderr; as
 * `keypads` it presses 顺呼 at address 3 once, `--press-after` ms after its start; as `printer` it "prints" to stderr.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

interface Heard {
  message: string
  id?: number
  kind?: string
  press?: string
  done?: boolean
  address?: number
  lines?: string[]
  waiting?: number
  job?: string
}

const { values } = parseArgs({ options: { 'press-after': { type: 'string', default: '1000' } } })
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)
const note = (text: string) => process.stderr.write(`${text}\n`)

/** One line is one message; what has an id is answered with it, within a second. */
function hear(heard: Heard) {
  switch (heard.message) {
    case 'hello':
      say({ message: 'hello', protocol: 1, name: 'example' })
      if (heard.kind === 'keypads') setTimeout(pressNext, Number(values['press-after']))
      return
    case 'state':
      // Here ask the vendor's library. Names: ready, nearEnd, paperOut, coverOpen … with a detail in words.
      return say({ message: 'state', id: heard.id, state: 'ready' })
    case 'show':
      note(heard.lines?.length ? `shows ${heard.lines.join(' / ')}` : `${heard.waiting ?? 'nobody'} waiting`)
      return say({ message: 'answer', id: heard.id, result: 'done' })
    case 'print':
      note(`prints ${heard.job}`)
      return say({ message: 'answer', id: heard.id, result: 'done' })
    case 'key':
      return note(`press ${heard.press} was ${heard.done ? 'done' : 'refused'}`)
    case 'beep':
      return note(`beeps at ${heard.address}`)
    default:
      // A newer station may say more; whoever asks gets an answer.
      if (heard.id !== undefined) say({ message: 'answer', id: heard.id, result: 'failed', why: 'unknown' })
  }
}

function pressNext() {
  say({ message: 'key', press: 'first', address: 3, key: 'callNext' })
}

// When stdin ends the station is gone: so goes the program.
createInterface({ input: process.stdin })
  .on('line', (line) => hear(JSON.parse(line) as Heard))
  .on('close', () => process.exit(0))
