import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { HallFace } from '@jiaohao/core/views/parts.ts'
import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { AccessibleSwitch } from '@jiaohao/screen/accessible-switch.tsx'
import { LanguageButtons } from '@jiaohao/screen/language-buttons.tsx'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import './kiosk-bar.css'

interface Props {
  hall: HallFace | null
  nowMs: number
  nearEnd: boolean
  /** Since when this kiosk gives numbers of its own, without the hub. */
  givingSinceMs: number | null
}

/** Whose hall, what time, which language, how large. */
export function KioskBar({ hall, nowMs, nearEnd, givingSinceMs }: Props) {
  const { t, language, nameOf } = useTexts()
  const { on } = useAccessible()
  const name = hall ? nameOf(hall) : ''
  const timeZone = hall?.timeZone ?? 'Asia/Shanghai'
  const day = new Intl.DateTimeFormat(language, { timeZone, month: 'long', day: 'numeric', weekday: 'long' })
  return (
    <header className="kiosk-bar">
      <h1 className={[...name].length > 20 ? 'kiosk-hall kiosk-hall-long' : 'kiosk-hall'}>{name}</h1>
      <p className="kiosk-moment">
        <time className="kiosk-clock">{timeOfDay(nowMs, timeZone)}</time>
        <span>{day.format(nowMs)}</span>
        {givingSinceMs !== null && (
          <span className="kiosk-giving" role="status">
            {t('kiosk.giving.since', { time: timeOfDay(givingSinceMs, timeZone) })}
          </span>
        )}
        {nearEnd && <span className="kiosk-low-paper">{t('kiosk.lowPaper')}</span>}
      </p>
      {on && hall && hall.notice !== '' && <p className="kiosk-bar-notice">{hall.notice}</p>}
      <div className="kiosk-choices">
        <LanguageButtons />
        <AccessibleSwitch />
      </div>
    </header>
  )
}
