import { routes } from '@jiaohao/core/contract/routes.ts'
import type { Station } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Modal, Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useDoing } from '../doing.ts'
import { useHallClock } from '../hall-names.tsx'

/** What this console tells in its own place. */
const told = ['noCamera', 'otherPage', 'stationAway', 'unknownStation', 'tooMuch'] as const

type Shot =
  | { is: 'underWay' }
  | { is: 'here'; jpeg: string; atMs: number }
  | { is: 'refused'; reason: Parameters<ReturnType<typeof useTexts>['refusal']>[0] }

/** A station's screen as it stands on the glass, photographed when somebody looks and each time they ask again. */
export function ScreenPicture({ station: { id, name }, close }: { station: Station; close: () => void }) {
  const { t, refusal } = useTexts()
  const clock = useHallClock()
  const { busy, run } = useDoing()
  const [shot, setShot] = useState<Shot>({ is: 'underWay' })
  const look = useCallback(async () => {
    const outcome = await run(routes.screenshot, { params: { id } }, undefined, told)
    setShot(
      'done' in outcome
        ? { is: 'here', ...outcome.done }
        : { is: 'refused', reason: outcome.refused.refused },
    )
  }, [id, run])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when opened; every picture more is asked for by hand
  useEffect(() => void look(), [])
  return (
    <Modal
      open
      width={1000}
      title={t('stations.shot.of', { name })}
      onCancel={close}
      footer={
        <>
          <span className="quiet screen-picture-note">{t('stations.shot.audited')}</span>
          <Button onClick={close}>{t('stations.shot.close')}</Button>
          <Button type="primary" loading={busy} onClick={() => void look()}>
            {t('stations.shot.again')}
          </Button>
        </>
      }
    >
      <div className="screen-picture" role="status">
        {shot.is === 'underWay' && <Spin description={t('stations.shot.underWay')} />}
        {shot.is === 'refused' && <Alert type="warning" showIcon title={refusal(shot.reason)} />}
        {shot.is === 'here' && (
          <>
            <p className="quiet">{t('stations.shot.at', { time: clock.second(shot.atMs) })}</p>
            <img src={`data:image/jpeg;base64,${shot.jpeg}`} alt={t('stations.shot.of', { name })} />
          </>
        )}
      </div>
    </Modal>
  )
}
