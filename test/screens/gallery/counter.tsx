import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import { staffTexts } from '@jiaohao/core/text/language.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import type { LinkState } from '@jiaohao/screen/hub.ts'
import { SignIn } from '@jiaohao/screen/sign-in.tsx'
import { openTexts, Texts, useTexts } from '@jiaohao/screen/texts.tsx'
import { Antd } from '@jiaohao/window-terminal/screens/counter/antd.tsx'
import { Bar } from '@jiaohao/window-terminal/screens/counter/bar.tsx'
import { ChooseCounter } from '@jiaohao/window-terminal/screens/counter/choose-counter.tsx'
import { useDesk } from '@jiaohao/window-terminal/screens/counter/use-desk.ts'
import { Workplace } from '@jiaohao/window-terminal/screens/counter/workplace.tsx'
import { createRoot } from 'react-dom/client'
import { standing } from './console-devices.ts'
import * as views from './counter-views.ts'
import '@jiaohao/screen/theme.css'

const asked = new URLSearchParams(location.search)
const state = asked.get('state') ?? 'serving'
/** What the hub would answer to every command; silence is a yes. */
const refuse = asked.get('refuse') as Reason | null

const { nowMs } = views
const byState: Record<string, CounterView> = {
  idle: views.idle,
  calling: views.calling,
  toMiss: views.toMiss,
  serving: views.serving,
  items: views.withItems,
  crowded: views.crowded,
  paused: views.paused,
  wrappingUp: views.wrappingUp,
  empty: views.empty,
  evacuated: { ...views.calling, standing: { is: 'evacuated', sinceMs: nowMs } },
  stopped: { ...views.serving, standing: { is: 'paused', reason: '供电检修', sinceMs: nowMs } },
  help: { ...views.serving, helpSinceMs: nowMs - 20_000 },
  away: views.serving,
  fault: views.serving,
}
const away: LinkState = { is: 'away', sinceMs: nowMs - 75_000 }
const fault = {
  hub: { is: 'online' as const },
  devices: [
    { id: 'k', kind: 'keypads' as const, state: 'offline', sinceMs: nowMs, detail: '' },
    { id: 'l', kind: 'led' as const, state: 'ready', sinceMs: nowMs, detail: '' },
  ],
}
const ignore = () => undefined

function Counter({ view, bar }: { view: CounterView; bar: boolean }) {
  const online = state !== 'away'
  const send = async (command: Command) => {
    console.info('sent', JSON.stringify(command))
    return refuse ? { refused: refuse } : { done: { seq: 1 } }
  }
  const desk = useDesk(view, nowMs, online, send)
  if (bar) return <Bar {...{ view, nowMs, online, desk }} />
  return (
    <Workplace
      {...{ view, nowMs, desk }}
      clerkName="李晓雯"
      link={online ? { is: 'online' } : away}
      local={state === 'fault' ? fault : null}
      hallAlarms={state === 'fault' ? standing : []}
      leads={asked.get('as') === 'supervisor'}
      leaving={{ leaveCounter: ignore, signOut: ignore, float: ignore }}
    />
  )
}

function Choose() {
  const many = Array.from({ length: 26 }, (_, at) => String(at + 1))
  return (
    <ChooseCounter
      name="李晓雯"
      choices={
        state === 'chooseLoading'
          ? null
          : many.map((no, at) => ({
              id: `c${no}`,
              no,
              services: views.crowded.services.slice(at % 4, (at % 4) + 1 + (at % 5)).map(({ name }) => name),
              now: views.idle.counters[at] ?? { id: no, no, open: false, clerkName: '' },
            }))
      }
      last="c2"
      problem={state === 'chooseRefused' ? zhTaken : ''}
      underWay={false}
      onChoose={ignore}
      onSignOut={ignore}
    />
  )
}
const zhTaken = '该窗口已有工作人员'

function Shown() {
  const { t } = useTexts()
  if (state.startsWith('choose')) return <Choose />
  if (state === 'signIn')
    return <SignIn place={t('counter.title')} news={t('signIn.ended.signedOut')} onSignedIn={ignore} />
  return <Counter view={byState[state] ?? views.serving} bar={asked.get('bar') === '1'} />
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <Texts texts={openTexts(await staffTexts())}>
    <Antd>
      <Shown />
    </Antd>
  </Texts>,
)
