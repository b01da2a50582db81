import { FromProgram, mostLineBytes, ToProgram } from '@jiaohao/core/contract/program.ts'
import type { Decode } from '../framing.ts'

/** A message as the line a program reads. */
export function lineOf(message: ToProgram): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(ToProgram.parse(message))}\n`)
}

/** What a program says to be acted on; what it only wants to be written down has left by `onLog`. */
export type Said = Exclude<FromProgram, { message: 'log' }>

const newline = 0x0a
const text = new TextDecoder('utf-8', { fatal: true })

/**
 * Lines of JSON out of a program's stdout. A line that is no message is noise, and so is one that is too long: of
 * an unfinished one only so much is kept as shows that it is, so that its tail never passes for a line.
 */
export function decodeLines(onLog: (text: string) => void): Decode<Said> {
  return (bytes) => {
    const frames: Said[] = []
    let discardedBytes = 0
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      const line = bytes.subarray(from, end)
      const said = line.length > mostLineBytes ? undefined : messageIn(line)
      if (!said) discardedBytes += line.length + 1
      else if (said.message === 'log') onLog(said.text)
      else frames.push(said)
      from = end + 1
    }
    const rest = bytes.slice(from, from + mostLineBytes + 1)
    return { frames, rest, discardedBytes: discardedBytes + bytes.length - from - rest.length }
  }
}

function messageIn(line: Uint8Array): FromProgram | undefined {
  try {
    return FromProgram.safeParse(JSON.parse(text.decode(line))).data
  } catch (error) {
    // JSON.parse throws SyntaxError, a fatal TextDecoder TypeError: both mean noise.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
