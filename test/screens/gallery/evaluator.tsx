import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { EvaluatorView } from '@jiaohao/core/views/evaluator.ts'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import { AccessibleMode } from '@jiaohao/screen/accessible.tsx'
import { openTexts, Texts } from '@jiaohao/screen/texts.tsx'
import { EvaluatorScreen } from '@jiaohao/window-terminal/screens/evaluator/evaluator-screen.tsx'
import { useRating } from '@jiaohao/window-terminal/screens/evaluator/use-rating.ts'
import { createRoot } from 'react-dom/client'
import { idle, longName, nowMs } from './counter-views.ts'
import '@jiaohao/screen/theme.css'

const asked = new URLSearchParams(location.search)
const state = asked.get('state') ?? 'asked'
/** What the hub would answer to every command; silence is a yes. */
const refuse = asked.get('refuse') as Reason | null

const asking: CounterSign['asking'] = {
  ticketId: '2026-03-11-30',
  leg: 0,
  number: 'A030',
  nonce: 'n',
  openedAtMs: nowMs - 18_000,
  untilMs: nowMs + 42_000,
}
const signs: Record<string, Partial<CounterSign>> = {
  idle: {},
  calling: { state: 'calling', number: 'A031' },
  serving: { state: 'serving', number: 'A031' },
  paused: { state: 'paused', pausedFor: '复印取件' },
  wrappingUp: { state: 'wrappingUp' },
  closed: { state: 'closed', clerk: null },
  asked: { asking },
  crowded: {
    state: 'serving',
    number: 'AB1030',
    services: Array.from({ length: 12 }, (_, at) => `${longName}${at}`),
    clerk: { id: 'g', name: '古丽娜尔·买买提依明·阿卜杜热西提', no: 'HCP-2026-0327', post: longName },
  },
}
const view: EvaluatorView = {
  view: 'evaluator',
  hall: {
    name: '滨海市政务服务中心',
    nameEn: 'Binhai Government Service Hall',
    timeZone: 'Asia/Shanghai',
    standing: { is: 'open' },
    notice:
      state === 'crowded'
        ? '为配合系统升级，本大厅将于三月十四日下午停止办理不动产登记业务，请合理安排时间，由此带来的不便敬请谅解。'.repeat(
            3,
          )
        : '本周六（3 月 14 日）上午照常办理，下午休息。',
  },
  sign: { ...idle.sign, ...signs[state] },
}

function Evaluator() {
  const { rating, press, explain, skip } = useRating(view.sign.asking, nowMs, async (command) => {
    console.info('sent', JSON.stringify(command))
    if (state === 'slow') await new Promise(() => undefined)
    return refuse ? { refused: refuse } : { done: { seq: 1 } }
  })
  return (
    <EvaluatorScreen
      view={state === 'loading' ? null : view}
      {...{ rating, nowMs }}
      away={asked.has('away')}
      onPress={press}
      onExplain={explain}
      onSkip={skip}
    />
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <Texts texts={openTexts()}>
    <AccessibleMode>
      <Evaluator />
    </AccessibleMode>
  </Texts>,
)
