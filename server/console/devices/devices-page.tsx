import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import { DeviceDrawer } from './device-drawer.tsx'
import './devices.css'
import { DevicesTable } from './devices-table.tsx'
import { isFaulty, linesOf } from './lines-of.ts'
import { UntoldCalls } from './untold-calls.tsx'

const everyMs = 3_000

/** Every device of the hall, those with a fault first; each can be looked into and tried. */
export function DevicesPage({ may }: { may: boolean }) {
  const { t } = useTexts()
  const { asked, again } = useAsked(routes.listStations, {}, everyMs)
  const [which, setWhich] = useState<'all' | 'faults'>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const lines = asked.is === 'here' ? linesOf(asked.reply) : []
  const faulty = lines.filter(isFaulty)
  const line = lines.find(({ key }) => key === chosen)
  return (
    <div className="devices">
      <Panel
        title={t('devices.title')}
        bare
        beside={
          lines.length > 0 && (
            <Segmented
              aria-label={t('devices.which')}
              value={which}
              onChange={setWhich}
              options={[
                { value: 'all' as const, label: t('devices.all', { n: lines.length }) },
                { value: 'faults' as const, label: t('devices.onlyFaults', { n: faulty.length }) },
              ]}
            />
          )
        }
      >
        <Told asked={asked} again={again}>
          {() => (
            <DevicesTable
              lines={which === 'all' ? lines : faulty}
              empty={t(lines.length === 0 ? 'devices.none' : 'devices.wellAll')}
              look={setChosen}
            />
          )}
        </Told>
      </Panel>
      {line && <DeviceDrawer key={line.key} line={line} may={may} close={() => setChosen(null)} />}
      <UntoldCalls />
    </div>
  )
}
