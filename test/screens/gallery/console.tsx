import { staffTexts } from '@jiaohao/core/text/language.ts'
import type { HubLink } from '@jiaohao/screen/hub.ts'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { HubProvider } from '@jiaohao/screen/use-hub.tsx'
import { Console } from '@jiaohao/server/console/shell.tsx'
import { createRoot } from 'react-dom/client'
import { answer, type State, stateOf } from './console-answers.ts'
import { standing } from './console-devices.ts'
import { calm, crowded, empty } from './console-today.ts'
import '@jiaohao/screen/theme.css'

/** `?state=` calm, crowded, empty, loading, away, stale, refused; `&as=` a role; `#/hall/services` … the page. */
const asked = new URLSearchParams(location.search)
const state: State = stateOf(asked.get('state') ?? '')
const role = asked.get('as') ?? 'administrator'
const view = state === 'crowded' ? crowded : state === 'empty' ? empty : calm

window.fetch = (path, init) => answer(state, String(path), init?.method ?? 'GET', init?.body)

const hub: HubLink = {
  send: async ({ command }) =>
    command === 'bookAppointment'
      ? { done: { seq: 1, appointment: { code: '7KHQ3MWA', secret: 'Qm9yZWFsaXMxMjM0NTY3' } } }
      : { refused: 'notAllowed' },
  watch: (_ask, told) => {
    if (state !== 'loading') queueMicrotask(() => told(view as never, [], Date.now()))
    return () => undefined
  },
  onState: (told) => {
    told(state === 'away' ? { is: 'away', sinceMs: Date.now() - 65_000 } : { is: 'online' })
    return () => undefined
  },
  onLocal: () => () => undefined,
  onAlarms: (told) => {
    if (state !== 'loading') told(state === 'crowded' ? standing : [])
    return () => undefined
  },
  onPresented: () => () => undefined,
  here: async () => ({ station: null, devices: [], nowMs: Date.now() }),
  onSetUp: () => () => undefined,
  clockOffsetMs: () => 0,
  close: () => undefined,
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Texts texts={openTexts(await staffTexts())}>
      <HubProvider value={hub}>
        <Console
          me={{ staffId: 'p8', name: '林主任', roles: [role as 'administrator'], idleMinutes: 30 }}
          leave={() => undefined}
        />
      </HubProvider>
    </Texts>,
  )
}
