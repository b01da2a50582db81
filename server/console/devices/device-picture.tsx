import type { DevicePicture as Picture } from '@jiaohao/core/contract/inspection.ts'
import type { Device } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'

/** The last paper as it came out, or the panel as it is meant to look. */
export function DevicePicture({ kind, picture }: { kind: Device['kind']; picture: Picture | null }) {
  const { t } = useTexts()
  if (kind !== 'printer' && kind !== 'led') return null
  return (
    <div className="device-picture">
      <h3>{t(`devices.picture.${kind}`)}</h3>
      {picture === null && <p className="quiet">{t('devices.picture.none')}</p>}
      {picture && 'svg' in picture && (
        // An image draws and never runs anything: the drawing came from a station.
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
          alt={t('devices.picture.printer')}
        />
      )}
      {picture && 'lines' in picture && (
        <div
          className="device-panel"
          data-colour={picture.colour}
          role="img"
          aria-label={picture.lines.join(' ')}
        >
          {picture.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </div>
  )
}
