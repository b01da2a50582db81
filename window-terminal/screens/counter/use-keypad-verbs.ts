import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import type { Keypad } from './keypad-panel.tsx'
import { storedKeypad, storeKeypad, verbOfCode } from './keypad-settings.ts'
import type { Desk } from './use-desk.ts'
import { letThrough, useKeypad } from './use-keypad.ts'

/** The USB keypad presses the same hands as the F-keys; in a panel that asks for a digit, its digit answers. */
export function useKeypadVerbs(view: CounterView, desk: Desk, on: Window = window): Keypad {
  const { t } = useTexts()
  const [settings, setSettings] = useState(storedKeypad)
  const [heard, setHeard] = useState('')
  const { state } = view.sign
  useKeypad(
    (code) => {
      if (desk.panel === 'help') return setHeard(code)
      if ((desk.panel === 'hold' || desk.panel === 'pause') && /^[1-9]$/.test(code)) {
        return letThrough(on.document, [`Numpad${code}`])
      }
      const verb = verbOfCode(settings, code)
      if (!verb) return desk.refuse(t('counter.keypad.heardNone', { code }))
      const away = state === 'paused' || state === 'wrappingUp'
      return desk.press(verb === 'pause' && away ? 'back' : verb)
    },
    settings.on,
    on,
  )
  const change = (next: typeof settings) => {
    storeKeypad(next)
    setSettings(next)
  }
  return { settings, heard, change }
}
