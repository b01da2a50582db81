import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type Desk, missText } from './use-desk.ts'
import { keyOf, likely, type Verb, whyNot } from './verbs.ts'
import './verb-keys.css'

const also: Verb[] = ['nextAfterFinish', 'finishAndWrapUp']

/** The eight keys as the keyboard has them; the likeliest is filled, what means nothing now is pale. */
export function VerbKeys({ view, nowMs, desk }: { view: CounterView; nowMs: number; desk: Desk }) {
  const { t } = useTexts()
  const { state } = view.sign
  const away = state === 'paused' || state === 'wrappingUp'
  const verbs: Verb[] = [
    'next',
    'recall',
    'start',
    'finish',
    'miss',
    'hold',
    'transfer',
    away ? 'back' : 'pause',
  ]
  const best = likely(view)
  const wanting = state === 'calling' ? missText(view, nowMs, t, 'short') : ''
  const label = (verb: Verb) =>
    t(`counter.verbs.${verb === 'back' && state === 'wrappingUp' ? 'wrappedUp' : verb}`)
  const button = (verb: Verb) => (
    <button
      key={verb === 'back' ? 'pause' : verb}
      type="button"
      className="verb-key"
      data-best={desk.online && verb === best}
      aria-disabled={!desk.online || whyNot(view, verb, nowMs) !== null}
      aria-expanded={
        verb === 'hold' || verb === 'transfer' || verb === 'pause' ? desk.panel === verb : undefined
      }
      aria-keyshortcuts={keyOf[verb].replace('⇧', 'Shift+')}
      onClick={() => desk.press(verb)}
    >
      <kbd>{keyOf[verb]}</kbd>
      <span>{label(verb)}</span>
      {verb === 'miss' && wanting && <small>{wanting}</small>}
    </button>
  )
  return (
    <nav className="verb-keys" aria-busy={desk.underWay}>
      <div className="verb-keys-also">{also.map(button)}</div>
      <div className="verb-keys-main">{verbs.map(button)}</div>
    </nav>
  )
}
