import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import '../floor-bar.css'

interface Props {
  days: readonly { day: string; issued: number }[]
  day: string
  onDay(day: string): void
}

/** Which day is seen, and the way back to the hall as it is now. */
export function ReplayBar({ days, day, onDay }: Props) {
  const { t } = useTexts()
  return (
    <header className="floor-bar">
      <div className="floor-bar-name">
        <h1>{t('floor.replay.title')}</h1>
        <span>{t('floor.replay.about')}</span>
      </div>
      <label className="replay-day">
        {t('floor.replay.day')}
        <select value={day} onChange={(event) => onDay(event.target.value)}>
          {days.map((each) => (
            <option key={each.day} value={each.day}>
              {t('floor.replay.dayOf', { day: each.day, issued: each.issued })}
            </option>
          ))}
        </select>
      </label>
      <nav className="floor-bar-ways">
        <a className="floor-button" href="#now">
          {t('floor.replay.back')}
        </a>
        <LanguageButtons className="floor-button" />
      </nav>
    </header>
  )
}
