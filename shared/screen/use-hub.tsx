import type { StandingAlarm } from '@jiaohao/core/contract/alarms.ts'
import type { Presented } from '@jiaohao/core/contract/presented.ts'
import type { Local } from '@jiaohao/core/contract/socket.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { PublicCall } from '@jiaohao/core/views/board.ts'
import type { ViewAsk, ViewOf } from '@jiaohao/core/views/view.ts'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { HubLink, LinkState } from './hub.ts'

const HubContext = createContext<HubLink | null>(null)

/** Gives one connection to every part of a page. */
export const HubProvider = HubContext.Provider

/** The page's connection. */
export function useHub(): HubLink {
  const hub = useContext(HubContext)
  if (!hub) throw new Error('useHub needs a HubProvider above it')
  return hub
}

/** The newest view of this kind, null until the first; it stays when the hub is away. `refused` says why none may come. */
export function useView<Name extends ViewAsk['view']>(
  ask: Extract<ViewAsk, { view: Name }>,
  onCalls?: (calls: PublicCall[]) => void,
): { view: ViewOf<Name> | null; offsetMs: number; refused: Reason | null } {
  const hub = useHub()
  const [view, setView] = useState<ViewOf<Name> | null>(null)
  const [refused, setRefused] = useState<Reason | null>(null)
  const heard = useRef(onCalls)
  heard.current = onCalls
  const key = JSON.stringify(ask)
  useEffect(() => {
    setView(null)
    setRefused(null)
    return hub.watch<Name>(
      JSON.parse(key),
      (next, calls) => {
        setView(next)
        setRefused(null)
        if (calls.length > 0) heard.current?.(calls)
      },
      (refusal) => setRefused(refusal.refused),
    )
  }, [hub, key])
  return { view, offsetMs: hub.clockOffsetMs(), refused }
}

/** Is the server of this page there? */
export function useLinkState(): LinkState {
  const hub = useHub()
  const [state, setState] = useState<LinkState>({ is: 'connecting' })
  useEffect(() => hub.onState(setState), [hub])
  return state
}

/** What the page's own station says of the hub and its devices; null when the hub itself serves the page. */
export function useLocal(): Local | null {
  const hub = useHub()
  const [local, setLocal] = useState<Local | null>(null)
  useEffect(() => hub.onLocal(setLocal), [hub])
  return local
}

/** What is wrong in the hall, the gravest first; null until the hub has said so. */
export function useAlarms(): StandingAlarm[] | null {
  const hub = useHub()
  const [alarms, setAlarms] = useState<StandingAlarm[] | null>(null)
  useEffect(() => hub.onAlarms(setAlarms), [hub])
  return alarms
}

/** Hears each card and code a citizen holds to this kiosk, while the part that uses this is shown. */
export function usePresented(told: (what: Presented) => void): void {
  const hub = useHub()
  const heard = useRef(told)
  heard.current = told
  useEffect(() => hub.onPresented((what) => heard.current(what)), [hub])
}

/** The hub's time, in ms, again every `everyMs`. */
export function useNow(everyMs = 1_000): number {
  const hub = useHub()
  const [nowMs, setNowMs] = useState(Date.now() + hub.clockOffsetMs())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now() + hub.clockOffsetMs()), everyMs)
    return () => clearInterval(timer)
  }, [hub, everyMs])
  return nowMs
}
