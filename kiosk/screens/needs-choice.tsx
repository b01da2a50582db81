import { type Need, needs } from '@jiaohao/core/queue/need.ts'
import { NeedSign } from '@jiaohao/screen/need-sign.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './needs-choice.css'

interface Props {
  chosen: readonly Need[]
  /** Those there is something to offer for. */
  offered?: readonly Need[]
  disabled: boolean
  onChoose(needs: Need[]): void
}

/** How the citizen wants to be served; any of them, or none. */
export function NeedsChoice({ chosen, offered = needs, disabled, onChoose }: Props) {
  const { t } = useTexts()
  return (
    <fieldset className="needs" aria-label={t('needs.about')} disabled={disabled}>
      {offered.map((need) => (
        <label key={need}>
          <input
            type="checkbox"
            checked={chosen.includes(need)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, need] : chosen.filter((each) => each !== need))
            }
          />
          <NeedSign need={need} />
          <span>{t(`needs.${need}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
