import type { Me } from '@jiaohao/core/contract/routes.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { InWindow } from '@jiaohao/screen/in-window.tsx'
import { useAlarms, useHub, useLinkState, useLocal, useNow } from '@jiaohao/screen/use-hub.tsx'
import { Bar } from './bar.tsx'
import { useFloat } from './float.ts'
import { toldHere } from './hall-alarms.ts'
import { useDesk } from './use-desk.ts'
import { Workplace } from './workplace.tsx'

interface OpenCounterProps {
  me: Me
  bar: boolean
  view: CounterView
  leave(): void
}

/** An open counter, as a page or as a bar; both press the same hands. */
export function OpenCounter({ me, bar, view, leave }: OpenCounterProps) {
  const hub = useHub()
  const state = useLinkState()
  /** The link counts on this machine's clock, the page on the hub's. */
  const link = state.is === 'away' ? { ...state, sinceMs: state.sinceMs + hub.clockOffsetMs() } : state
  const local = useLocal()
  const nowMs = useNow()
  const hallAlarms = toldHere(useAlarms() ?? [], view.sign.counterId, me.roles)
  const { floating, float } = useFloat()
  const online = link.is === 'online' && local?.hub.is !== 'away'
  const desk = useDesk(view, nowMs, online, (command) => hub.send(command))
  const close = { command: 'closeCounter', counterId: view.sign.counterId } as const
  const leaving = {
    leaveCounter: () => desk.ask(close, 'close'),
    signOut: () => desk.ask(close, 'close', null, leave),
    float: () => void float(),
  }
  if (bar) return <Bar {...{ view, nowMs, online, desk }} />
  return (
    <>
      <Workplace
        {...{ view, nowMs, link, local, hallAlarms, desk, leaving }}
        leads={me.roles.includes('supervisor')}
        clerkName={me.name}
      />
      {floating && (
        <InWindow other={floating}>
          <Bar {...{ view, nowMs, online, desk }} on={floating} />
        </InWindow>
      )}
    </>
  )
}
