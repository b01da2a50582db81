import type { Hub } from '@jiaohao/server/hub.ts'

/** How long after each call the estimates knew of it, in ms, as far as they do by now. */
export function watchFresh({ parts: { loop, estimates } }: Hub): readonly number[] {
  const freshMs: number[] = []
  let calls: { seq: number; atMs: number }[] = []
  loop.onTold((recorded) => {
    for (const { seq, event } of recorded)
      if (event.type === 'ticketCalled') calls.push({ seq, atMs: performance.now() })
  })
  estimates.onChanged(() => {
    const known = estimates.seq()
    for (const { seq, atMs } of calls) if (seq <= known) freshMs.push(performance.now() - atMs)
    calls = calls.filter(({ seq }) => seq > known)
  })
  return freshMs
}
