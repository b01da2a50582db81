import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type Keypad, KeypadPanel } from './keypad-panel.tsx'
import { Panel } from './panel.tsx'
import { keyOf, type Verb } from './verbs.ts'
import './help.css'

const verbs: Verb[] = [
  'next',
  'nextAfterFinish',
  'recall',
  'start',
  'finish',
  'finishAndWrapUp',
  'miss',
  'hold',
  'transfer',
]

/** Every key there is, beside the ticket, so that learning needs no leaving. */
export function Help({ keypad, onClose }: { keypad: Keypad; onClose(): void }) {
  const { t } = useTexts()
  const rows: [string, string][] = [
    ...verbs.map((verb): [string, string] => [keyOf[verb], t(`counter.verbs.${verb}`)]),
    ['F8', t('counter.help.either')],
    ['F9', t('counter.help.lists')],
    ['↑ ↓ ↵', t('counter.help.arrows')],
    ['1 2 3…', t('counter.help.numbers')],
    ['Ctrl+Z', t('counter.help.undo')],
    ['Esc', t('counter.help.escape')],
    ['?', t('counter.help.help')],
  ]
  return (
    <Panel title={t('counter.help.title')} onClose={onClose}>
      <dl className="help-keys">
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <KeypadPanel keypad={keypad} />
    </Panel>
  )
}
