import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './priority-choice.css'

interface Props {
  classes: KioskView['priorityClasses']
  /** '' for none. */
  chosen: string
  disabled: boolean
  onChoose(classId: string): void
}

/** The published classes served first; nobody has to choose, and none is the beginning. */
export function PriorityChoice({ classes, chosen, disabled, onChoose }: Props) {
  const { t, nameOf } = useTexts()
  const all = [
    { id: '', name: t('kiosk.sheet.notPriority'), nameEn: t('kiosk.sheet.notPriority') },
    ...classes,
  ]
  return (
    <fieldset className="priority" disabled={disabled}>
      <legend>{t('kiosk.sheet.priority')}</legend>
      <div className="priority-classes">
        {all.map(({ id, name, nameEn }) => (
          <label key={id} className="priority-class">
            <input type="radio" name="priority" checked={chosen === id} onChange={() => onChoose(id)} />
            <span>{nameOf({ name, nameEn })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
