import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import { servedMs } from './alarms.ts'
import { clockText } from './clock-text.ts'
import type { Desk } from './use-desk.ts'
import { useKeypadVerbs } from './use-keypad-verbs.ts'
import { useKeys } from './use-keys.ts'
import { keyOf, likely, type Verb, verbFor, whyNot } from './verbs.ts'
import './bar.css'

interface BarProps {
  view: CounterView
  nowMs: number
  online: boolean
  desk: Desk
  /** The window the bar floats in, when that is not the page's own. */
  on?: Window
}

/** 480 × 72 over the clerk's other program: number, next, recall, finish, how many wait. */
export function Bar({ view, nowMs, online, desk, on = window }: BarProps) {
  const { t } = useTexts()
  const { current, sign } = view
  const verbs: Verb[] = sign.state === 'paused' ? ['back', 'recall', 'finish'] : ['next', 'recall', 'finish']
  useKeypadVerbs(view, desk, on)
  const best = sign.state === 'calling' ? 'recall' : likely(view)
  useKeys((key, event) => {
    const verb = verbFor(key, event.shiftKey, sign.state)
    if (verb === null || verb === 'hold' || verb === 'transfer' || verb === 'pause') return false
    desk.press(verb)
    return true
  }, on)
  return (
    <div className="bar" data-state={sign.state}>
      <div className="bar-now">
        {view.standing.is !== 'open' ? (
          <strong>{t(`counter.emergency.bar.${view.standing.is}`)}</strong>
        ) : current ? (
          <TicketNumber number={current.number} />
        ) : (
          <strong>{t(`counter.state.${sign.state}`)}</strong>
        )}
        <small>
          {current ? `${t(`counter.state.${sign.state}`)} ${barClock(view, nowMs)}` : sign.pausedFor}
        </small>
      </div>
      {verbs.map((verb) => (
        <button
          key={verb}
          type="button"
          data-best={online && verb === best}
          aria-disabled={!online || whyNot(view, verb, nowMs) !== null}
          onClick={() => desk.press(verb)}
        >
          {t(`counter.verbs.${verb}`)}
          <kbd>{keyOf[verb]}</kbd>
        </button>
      ))}
      <div className="bar-waiting" data-good={online}>
        <strong>{online ? view.waitingTotal : '–'}</strong>
        <small>{t(online ? 'counter.bar.waiting' : 'counter.bar.away')}</small>
      </div>
      {desk.told?.tone === 'no' && (
        <p className="bar-told" role="alert">
          {desk.told.text}
          <button type="button" aria-label={t('counter.close')} onClick={desk.hush}>
            ×
          </button>
        </p>
      )}
    </div>
  )
}

function barClock({ current }: CounterView, nowMs: number): string {
  if (!current) return ''
  const ms = current.at === 'serving' ? servedMs(current, nowMs) : nowMs - (current.lastCalledAtMs ?? nowMs)
  return clockText(ms)
}
