import type { ChildProcess } from 'node:child_process'

/** Waits until the process has said something, and gives the part in brackets. */
export function listen(child: ChildProcess): (what: RegExp) => Promise<string> {
  let text = ''
  let check = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      text += bytes.toString()
      check()
    })
  }
  return (what) =>
    new Promise((found, failed) => {
      check = () => {
        const part = what.exec(text)?.[1]
        if (part !== undefined) found(part)
      }
      child.once('exit', () => failed(new Error(`it ended after saying: ${text}`)))
      check()
    })
}
