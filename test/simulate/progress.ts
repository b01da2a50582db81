import type { Counts } from '@jiaohao/core/queue/state.ts'

const width = 30

/** A bar on the terminal, for people; where the output is no terminal, a line every tenth of the day. */
export function openProgress(fromMs: number, toMs: number) {
  let told = -1
  return {
    show: (nowMs: number, { taken, finished, rated }: Counts): void => {
      const share = Math.min(1, Math.max(0, (nowMs - fromMs) / (toMs - fromMs)))
      const step = process.stderr.isTTY ? Math.floor(share * 200) : Math.floor(share * 10)
      if (step === told) return
      told = step
      const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░')
      const text = `${bar} ${Math.round(share * 100)} %  taken ${taken}  finished ${finished}  rated ${rated}`
      process.stderr.write(process.stderr.isTTY ? `\r${text}` : `${text}\n`)
    },
    end: (): void => void (process.stderr.isTTY && process.stderr.write('\n')),
  }
}
