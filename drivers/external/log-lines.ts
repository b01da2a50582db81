import type { Clock } from '@jiaohao/core/clock.ts'

const mostCharacters = 500
const mostPerWindow = 20
const windowMs = 10_000

/**
 * What a program writes down, a line at a time, each cut to 500 characters, at most 20 in 10 s: a program that
 * goes mad fills no disk. What was left out is counted when the next line may be written.
 */
export function openLogLines(clock: Clock, write: (line: string) => void) {
  let sinceMs = Number.NEGATIVE_INFINITY
  let written = 0
  let leftOut = 0
  let unfinished = ''

  function line(text: string) {
    if (clock.now() - sinceMs >= windowMs) {
      if (leftOut > 0) write(`${leftOut} lines were left out`)
      sinceMs = clock.now()
      written = 0
      leftOut = 0
    }
    written += 1
    if (written > mostPerWindow) leftOut += 1
    else write(text.replace(/\p{Cc}/gu, ' ').slice(0, mostCharacters))
  }

  return {
    line,
    /** Text as it comes, lines cut anywhere. */
    text(piece: string) {
      const lines = `${unfinished}${piece}`.split('\n')
      unfinished = (lines.pop() ?? '').slice(0, mostCharacters)
      for (const whole of lines) line(whole)
    },
  }
}
