import { useTexts } from '@jiaohao/screen/texts.tsx'
import type { Share } from './ratings.ts'

/** A share, always with its n, or the reason there is none. */
export function ShareWords({ share }: { share: Share }) {
  const { t } = useTexts()
  if (share.is === 'share') {
    return (
      <span className="share">
        <b>{share.percent}%</b> <small>n={share.n}</small>
      </span>
    )
  }
  return (
    <span className="share quiet">
      {t(share.is === 'tooFew' ? 'report.tooFew' : 'report.withheld')} <small>n={share.n}</small>
    </span>
  )
}
