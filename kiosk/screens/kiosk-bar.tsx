import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { HallFace } from '@jiaohao/core/views/parts.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './kiosk-bar.css'

interface Props {
  hall: HallFace | null
  nowMs: number
  nearEnd: boolean
  large: boolean
  onLarge(large: boolean): void
}

/** Whose hall, what time, which language, how large. */
export function KioskBar({ hall, nowMs, nearEnd, large, onLarge }: Props) {
  const { t, language, speak } = useTexts()
  const name = (language === 'en' && hall?.nameEn) || (hall?.name ?? '')
  const timeZone = hall?.timeZone ?? 'Asia/Shanghai'
  const day = new Intl.DateTimeFormat(language, { timeZone, month: 'long', day: 'numeric', weekday: 'long' })
  return (
    <header className="kiosk-bar">
      <h1 className={[...name].length > 20 ? 'kiosk-hall kiosk-hall-long' : 'kiosk-hall'}>{name}</h1>
      <p className="kiosk-moment">
        <time className="kiosk-clock">{timeOfDay(nowMs, timeZone)}</time>
        <span>{day.format(nowMs)}</span>
        {nearEnd && <span className="kiosk-low-paper">{t('kiosk.lowPaper')}</span>}
      </p>
      {large && hall && hall.notice !== '' && <p className="kiosk-bar-notice">{hall.notice}</p>}
      <div className="kiosk-choices">
        <button
          type="button"
          lang={language === 'en' ? 'zh-CN' : 'en'}
          onClick={() => speak(language === 'en' ? 'zh-CN' : 'en')}
        >
          {t('kiosk.otherLanguage')}
        </button>
        <button
          type="button"
          aria-pressed={large}
          aria-label={t('kiosk.largeFor')}
          onClick={() => onLarge(!large)}
        >
          <Wheelchair />
          {t(large ? 'kiosk.ordinary' : 'kiosk.large')}
        </button>
      </div>
    </header>
  )
}

function Wheelchair() {
  return (
    <svg className="kiosk-wheelchair" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="10" cy="3.6" r="2" />
      <path d="M10 7v7h6l3 6M10 10h5M8 11.5a5.2 5.2 0 1 0 6.6 6.6" />
    </svg>
  )
}
