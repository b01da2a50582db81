import { useHub, useLinkState, useLocal, useNow, useView } from '@jiaohao/screen/use-hub.tsx'
import { useEffect, useState } from 'react'
import { BoardScreen } from './board-screen.tsx'
import { useShownReport } from './use-shown-report.ts'

interface Place {
  zoneId: string
  /** A display says what it has shown; a clerk who looks at the page says nothing. */
  isDisplay: boolean
}

/** The board of `?zone=`, else of the zone its station was set up for, else of the whole hall. */
export function BoardPage() {
  const place = usePlace()
  const nowMs = useNow()
  return place ? <ZoneBoard {...place} /> : <BoardScreen view={null} nowMs={nowMs} awaySinceMs={null} />
}

function ZoneBoard({ zoneId, isDisplay }: Place) {
  const link = useLinkState()
  const local = useLocal()
  const nowMs = useNow()
  const { view } = useView({ view: 'board', zoneId })
  useShownReport(isDisplay ? view : null, nowMs)
  const awaySinceMs = link.is === 'away' ? link.sinceMs : local?.hub.is === 'away' ? local.hub.sinceMs : null
  return <BoardScreen view={view} nowMs={nowMs} awaySinceMs={awaySinceMs} />
}

function usePlace(): Place | null {
  const hub = useHub()
  const [place, setPlace] = useState<Place | null>(null)
  useEffect(() => {
    let left = false
    const ask = () =>
      void hub.here().then(({ station }) => {
        const asked = new URLSearchParams(location.search).get('zone')
        if (!left)
          setPlace({ zoneId: asked ?? station?.zoneId ?? '', isDisplay: station?.kind === 'display' })
      })
    ask()
    const stop = hub.onSetUp(ask)
    return () => {
      left = true
      stop()
    }
  }, [hub])
  return place
}
