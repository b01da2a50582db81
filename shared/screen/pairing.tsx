import { routes } from '@jiaohao/core/contract/routes.ts'
import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { callRoute, isRefusal } from './call-route.ts'
import { forgetKey, storeKey } from './key.ts'
import { PairingScreen, type PairingStage } from './pairing-screen.tsx'
import { useHub, useLinkState } from './use-hub.tsx'

const pollEveryMs = 2_500
const againAfterMs = 5_000
const reloadAfterMs = 8_000

/**
 * Shows the screen to a browser the hub knows. An unknown one shows a pairing code until an administrator
 * confirms it; a page of another version opens itself again. Pages served by a station pass: it holds the key.
 */
export function Paired({ kind, children }: { kind: StationKind; children: ReactNode }) {
  const link = useLinkState()
  const staffOnly = useStaffOnly(link.is === 'online')
  if (link.is === 'turnedAway' && link.because === 'protocol') return <OtherVersion kind={kind} />
  if (link.is === 'turnedAway' || (staffOnly && kind !== 'display')) return <Pairing kind={kind} />
  return children
}

/** Somebody is signed in here, but the screen has no key of its own: staff may look at a board and at nothing else. */
function useStaffOnly(online: boolean): boolean {
  const hub = useHub()
  const [staffOnly, setStaffOnly] = useState(false)
  useEffect(() => {
    let left = false
    if (online) void hub.here().then(({ station }) => !left && setStaffOnly(station === null))
    return () => {
      left = true
    }
  }, [hub, online])
  return staffOnly
}

function Pairing({ kind }: { kind: StationKind }) {
  const [stage, setStage] = useState<PairingStage>({ is: 'asking' })
  useEffect(() => {
    const left = new AbortController()
    forgetKey()
    void pair(kind, setStage, left.signal)
    return () => left.abort()
  }, [kind])
  return <PairingScreen kind={kind} stage={stage} />
}

function OtherVersion({ kind }: { kind: StationKind }) {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), reloadAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return <PairingScreen kind={kind} stage={{ is: 'otherVersion' }} />
}

async function pair(kind: StationKind, tell: (stage: PairingStage) => void, left: AbortSignal) {
  while (!left.aborted) {
    const stage = await attempt(kind, tell, left)
    if (left.aborted) return
    tell(stage)
    if (stage.is === 'paired') return location.reload()
    if (stage.is !== 'asking') await pause(againAfterMs)
  }
}

/** Asks for one code and waits until it is confirmed or gone. */
async function attempt(
  kind: StationKind,
  tell: (stage: PairingStage) => void,
  left: AbortSignal,
): Promise<PairingStage> {
  try {
    const about = `${location.pathname} ${innerWidth}×${innerHeight}`.slice(0, 60)
    const asked = await callRoute(routes.askPairing, { body: { kind, about } })
    if (isRefusal(asked)) return { is: 'refused', reason: asked.refused }
    while (!left.aborted) {
      tell({ is: 'shown', code: asked.code })
      await pause(pollEveryMs)
      const reply = await callRoute(routes.claimPairing, { params: { claim: asked.claim } })
      if (isRefusal(reply) || reply.is === 'gone') return { is: 'asking' }
      if (reply.is === 'paired') {
        storeKey(reply.key)
        return { is: 'paired' }
      }
    }
    return { is: 'asking' }
  } catch (problem) {
    console.warn('pairing', problem)
    return { is: 'away' }
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
