import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Floor } from '../contract.ts'
import { AutopilotDial } from './autopilot-dial.tsx'
import { Icon } from './icon.tsx'
import './floor-bar.css'

const counted = ['waiting', 'serving', 'finished', 'rated'] as const

/** The hall's name, its four counts, the autopilot, the language and the way to the day report. */
export function FloorBar({ floor }: { floor: Floor }) {
  const { t } = useTexts()
  return (
    <header className="floor-bar">
      <div className="floor-bar-name">
        <h1>{floor.hallName}</h1>
        <span>{t('floor.page')}</span>
      </div>
      <dl className="floor-bar-counts">
        {counted.map((name) => (
          <div key={name}>
            <dd>{floor.counts[name]}</dd>
            <dt>{t(`floor.counts.${name}`)}</dt>
          </div>
        ))}
      </dl>
      <AutopilotDial autopilot={floor.autopilot} />
      <nav className="floor-bar-ways">
        <a className="floor-button" href={floor.replayUrl}>
          {t('floor.replay.title')}
        </a>
        <a className="floor-button" href={floor.consoleUrl} target="_blank" rel="noreferrer">
          {t('floor.console')}
          <Icon name="away" />
        </a>
        <LanguageButtons className="floor-button" />
      </nav>
    </header>
  )
}
