import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** The hall cannot be reached: said, with since when, and what to do; nothing to press that would not work. */
export function AwayNotice({
  sinceMs,
  timeZone,
  because = null,
}: {
  sinceMs: number
  timeZone: string | null
  /** Why this kiosk gives no numbers of its own either. */
  because?: 'offlineOver' | 'clockWrong' | null
}) {
  const { t } = useTexts()
  const time = timeOfDay(sinceMs, timeZone ?? 'Asia/Shanghai')
  return (
    <section className="kiosk-notice" role="alert">
      <svg className="kiosk-notice-sign" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
        <path d="M8 26a34 34 0 0 1 48 0M17 36a21 21 0 0 1 30 0M26 46a9 9 0 0 1 12 0M10 56L54 10" />
      </svg>
      <h2>{t('kiosk.away.title')}</h2>
      <p>{t('kiosk.away.since', { time })}</p>
      {because && <p>{t(`kiosk.away.${because}`)}</p>}
      <p className="kiosk-notice-todo">{t('kiosk.away.todo')}</p>
    </section>
  )
}

/** The same in one line, above a number that must not be taken away from the citizen who reads it. */
export function AwayStrip({ sinceMs, timeZone }: { sinceMs: number; timeZone: string }) {
  const { t } = useTexts()
  return (
    <p className="kiosk-strip" role="status">
      {t('kiosk.away.since', { time: timeOfDay(sinceMs, timeZone) })}
    </p>
  )
}
