/** A program for tests that does one thing wrong, by its first argument; otherwise it behaves. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const [wrong = ''] = process.argv.slice(2)
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)
const key = { message: 'key', press: 'tail', address: 3, key: 'callNext' }

function begin() {
  if (wrong !== 'dumb') say({ message: 'hello', protocol: 1, name: wrong })
  if (wrong === 'garbage') {
    process.stdout.write('Loading vendor.dll… ok\n{"message":"key"}\n{"message":"format","disk":"c"}\n')
    process.stdout.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a]))
  }
  if (wrong === 'huge') process.stdout.write(`${'x'.repeat(200_000)}${JSON.stringify(key)}\n`)
  if (wrong === 'stubborn') process.on('SIGTERM', () => {})
  if (wrong === 'family') {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
    say({ message: 'log', text: `child ${child.pid}` })
  }
  if (wrong === 'forgetful') say({ ...key, press: 'same' })
  if (wrong === 'chatty') for (let line = 0; line < 5_000; line += 1) process.stderr.write(`line ${line}\n`)
  if (wrong === 'crash') setTimeout(() => process.exit(3), 100)
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { message, id } = JSON.parse(line) as { message: string; id?: number }
    if (message === 'key') {
      process.stderr.write(`verdict ${line}\n`)
      // Longer than a contact bounces.
      setTimeout(() => say({ ...key, press: 'same' }), 500)
    } else if (message === 'hello') begin()
    else if (wrong === 'hang' || wrong === 'dumb') return
    else if (message === 'state') say({ message: 'state', id, state: 'ready' })
    else if (wrong === 'mute') return
    else if (wrong === 'diesPrinting' && message === 'print') process.exit(1)
    else if (wrong === 'noPaper') say({ message: 'answer', id, result: 'failed', why: 'paperOut' })
    else if (id !== undefined) say({ message: 'answer', id, result: 'done' })
  })
  .on('close', () => wrong === 'stubborn' || process.exit(0))
if (wrong === 'stubborn') setInterval(() => {}, 1000)
process.stderr.write(`pid ${process.pid}\n`)
