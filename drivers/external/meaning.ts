import type { Meaning } from '@jiaohao/core/contract/inspection.ts'
import { FromProgram, ToProgram } from '@jiaohao/core/contract/program.ts'
import type { MeaningOf } from '../transport/tap.ts'

/** What a station and a program say to each other, a line each; what is no message is noise. */
export const programMeaning: MeaningOf = (direction, bytes) => {
  const known = direction === 'sent' ? ToProgram : FromProgram
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Meaning => {
      const { data } = known.safeParse(parsed(line))
      return data
        ? { means: data.message === 'show' ? 'showText' : data.message, detail: detailOf(data) }
        : { means: 'noise', detail: `${line.length}` }
    })
}

/** Asked every three seconds. */
export const isStateQuestion = (sent: Uint8Array): boolean =>
  new TextDecoder().decode(sent.subarray(0, 19)) === '{"message":"state",'

function detailOf(said: ToProgram | FromProgram): string {
  switch (said.message) {
    case 'show':
      return [said.address ?? '', ...said.lines, said.waiting ?? ''].join(' ').trim()
    case 'print':
      return said.job
    case 'render':
      return said.text
    case 'brightness':
      return `${said.level}`
    case 'beep':
      return `${said.address}`
    case 'key':
      return 'done' in said ? `${said.press} ${said.done}` : `${said.address} ${said.key}`
    case 'rating':
      return 'done' in said ? `${said.press} ${said.done}` : `${said.address} ${said.level}`
    case 'state':
      return 'state' in said ? `${said.state} ${said.detail}`.trim() : ''
    case 'answer':
      return `${said.result} ${said.why}`.trim()
    case 'log':
      return said.text
    case 'hello':
      return 'name' in said ? said.name : said.kind
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
