import { routes } from '@jiaohao/core/contract/routes.ts'
import type { StationKind } from '@jiaohao/core/contract/socket.ts'
import { StationSetUp } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useNow } from '@jiaohao/screen/use-hub.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useDoing } from '../doing.ts'
import { minutesAndSeconds } from '../elapsed.ts'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import { StationForm } from './station-form.tsx'

interface Asking {
  code: string
  kind: string
  about: string
  untilMs: number
}

const everyMs = 3_000

/** Screens that ask to join show a code; whoever confirms here compares it with the one on the glass. */
export function Pairings({ paired }: { paired: () => void }) {
  const { t } = useTexts()
  const nowMs = useNow()
  const { asked, again } = useAsked(routes.listPairings, {}, everyMs)
  const { run } = useDoing()
  const [confirming, setConfirming] = useState<Asking | null>(null)
  return (
    <Panel title={t('stations.pairings')}>
      <Told asked={asked} again={again}>
        {(pairings) =>
          pairings.length === 0 ? (
            <p className="quiet stations-none">{t('stations.noPairings')}</p>
          ) : (
            <ul className="pairings">
              {pairings.map((each) => (
                <li key={each.code}>
                  <strong className="pairings-code">{each.code}</strong>
                  <span>
                    <b>{t(`stations.kinds.${kindOf(each.kind)}`)}</b>
                    <br />
                    <span className="quiet">{each.about || t('stations.noAbout')}</span>
                  </span>
                  <span className="quiet">
                    {t('stations.codeEnds', { left: minutesAndSeconds(each.untilMs - nowMs) })}
                  </span>
                  <Button type="primary" onClick={() => setConfirming(each)}>
                    {t('stations.confirm')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Told>
      {confirming && (
        <StationForm
          title={t('stations.confirmTitle', { code: confirming.code })}
          setUp={StationSetUp.parse({ name: t('stations.freshName'), kind: kindOf(confirming.kind) })}
          okText={t('stations.confirm')}
          note={t('stations.compareCode', { code: confirming.code })}
          close={() => setConfirming(null)}
          put={async (setUp) => {
            const outcome = await run(
              routes.confirmPairing,
              { body: { code: confirming.code, setUp } },
              t('stations.joined', { name: setUp.name }),
            )
            if ('done' in outcome) {
              again()
              paired()
            }
            return outcome
          }}
        />
      )}
    </Panel>
  )
}

const kindOf = (kind: string): StationKind =>
  StationSetUp.shape.kind.options.find((each) => each === kind) ?? 'display'
