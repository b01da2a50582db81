import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useState } from 'react'
import { Icon } from './icon.tsx'

/** The hall does not answer: since when, and that nothing has to be done. */
export function AwayBanner({ sinceMs }: { sinceMs: number }) {
  const { t } = useTexts()
  const [nowMs, setNowMs] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.round((nowMs - sinceMs) / 1_000))
  return (
    <p className="floor-away-banner" role="alert">
      <Icon name="warn" />
      {t('floor.link.away', { seconds })}
    </p>
  )
}
