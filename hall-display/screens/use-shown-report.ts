import type { BoardView } from '@jiaohao/core/views/board.ts'
import { useHub } from '@jiaohao/screen/use-hub.tsx'
import { useEffect, useRef } from 'react'

/** An older call was shown by whoever showed it then; a page opened again has no news of it. */
const newsForMs = 120_000

/** Says of each call, once, that it stands on the glass: two frames after it was drawn. */
export function useShownReport(view: BoardView | null, nowMs: number): void {
  const hub = useHub()
  const reported = useRef(new Set<number>())
  const now = useRef(nowMs)
  now.current = nowMs
  useEffect(() => {
    const fresh = (view?.calls ?? []).filter(
      ({ seq, atMs }) => !reported.current.has(seq) && now.current - atMs < newsForMs,
    )
    if (fresh.length === 0) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        for (const { seq } of fresh) {
          reported.current.add(seq)
          void hub.send({ command: 'reportShown', callSeq: seq })
        }
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [hub, view])
}
