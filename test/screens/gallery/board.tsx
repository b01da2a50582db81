import { type BoardProps, BoardScreen } from '@jiaohao/hall-display/screens/board-screen.tsx'
import { PairingScreen } from '@jiaohao/screen/pairing-screen.tsx'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { type ReactNode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import * as views from './board-views.ts'
import '@jiaohao/screen/theme.css'

const { nowMs, ordinary } = views
const show = (props: Partial<BoardProps>) => (
  <BoardScreen view={ordinary} nowMs={nowMs} awaySinceMs={null} {...props} />
)

const standing = (now: (typeof ordinary)['hall']['standing']) => ({
  ...ordinary,
  hall: { ...ordinary.hall, standing: now },
})

const states: Record<string, ReactNode> = {
  ordinary: show({}),
  calm: show({ view: views.calm }),
  burst: show({ view: views.burst }),
  crowded: show({ view: views.crowded }),
  many: show({ view: views.many }),
  first: show({ view: views.first }),
  empty: show({ view: views.empty }),
  closed: show({ view: views.closed }),
  closedEmpty: show({ view: views.closedEmpty }),
  away: show({ view: views.calm, awaySinceMs: nowMs - 240_000 }),
  evacuated: show({ view: standing({ is: 'evacuated', sinceMs: nowMs }) }),
  paused: show({ view: standing({ is: 'paused', reason: '供电检修', sinceMs: nowMs }) }),
  loading: show({ view: null }),
  pairing: <PairingScreen kind="display" stage={{ is: 'shown', code: '483920' }} />,
  live: <Live />,
}

/** A call every four seconds, to see it come. */
function Live() {
  const [view, setView] = useState(ordinary)
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const begun = Date.now()
    const clock = setInterval(() => setNow(nowMs + Date.now() - begun), 250)
    let seq = 91
    const calls = setInterval(() => {
      const atMs = nowMs + Date.now() - begun
      setView((before) => views.next(before, seq++, atMs))
    }, 4_000)
    return () => {
      clearInterval(clock)
      clearInterval(calls)
    }
  }, [])
  return show({ view, nowMs: now })
}

const root = document.getElementById('root')
if (root) {
  const name = new URLSearchParams(location.search).get('state') ?? 'ordinary'
  createRoot(root).render(<Texts texts={openTexts()}>{states[name]}</Texts>)
}
