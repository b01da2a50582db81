import { routes } from '@jiaohao/core/contract/routes.ts'
import type { Station } from '@jiaohao/core/contract/station.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useDoing } from '../doing.ts'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import { Pairings } from './pairings.tsx'
import { ScreenPicture } from './screen-picture.tsx'
import { StationForm } from './station-form.tsx'
import './stations.css'
import { StationsTable } from './stations-table.tsx'

const everyMs = 5_000

/** Every screen, kiosk and device host of the hall, and those that ask to join. */
export function StationsPage({ may, mayLook }: { may: boolean; mayLook: boolean }) {
  const { t } = useTexts()
  const { asked, again } = useAsked(routes.listStations, {}, everyMs)
  const { busy, run } = useDoing()
  const [editing, setEditing] = useState<Station | null>(null)
  const [looking, setLooking] = useState<Station | null>(null)
  return (
    <div className="stations">
      {may && <Pairings paired={again} />}
      <Panel title={t('stations.title')} bare>
        <Told asked={asked} again={again}>
          {(stations) => (
            <StationsTable
              stations={stations}
              may={may}
              mayLook={mayLook}
              busy={busy}
              edit={setEditing}
              look={setLooking}
              withdraw={async ({ id, name }) => {
                await run(routes.withdrawStation, { params: { id } }, t('stations.withdrawn', { name }))
                again()
              }}
            />
          )}
        </Told>
      </Panel>
      {looking && <ScreenPicture station={looking} close={() => setLooking(null)} />}
      {editing && (
        <StationForm
          title={t('stations.editTitle', { name: editing.name })}
          setUp={editing}
          okText={t('stations.save')}
          note={t('stations.appliesAtOnce')}
          close={() => setEditing(null)}
          put={async (setUp) => {
            const outcome = await run(
              routes.changeStation,
              { params: { id: editing.id }, body: setUp },
              t('stations.saved', { name: setUp.name }),
            )
            if ('done' in outcome) again()
            return outcome
          }}
        />
      )}
    </div>
  )
}
