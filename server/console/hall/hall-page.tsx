import { routes } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import { CalendarPart } from '../calendar/calendar-part.tsx'
import { useDoing } from '../doing.ts'
import { useHall } from '../hall-names.tsx'
import { About } from './about.tsx'
import type { Change } from './changes.ts'
import { Counters } from './counters.tsx'
import { changed, check, type Draft, fromHub, type Problem, problemsIn } from './draft.ts'
import './hall.css'
import { History } from './history.tsx'
import { Journeys } from './journeys.tsx'
import { merge } from './merge.ts'
import { MergedNote } from './merged-note.tsx'
import type { Part } from './part.ts'
import { PolicyPart } from './policy.tsx'
import { SaveBar } from './save-bar.tsx'
import { Services } from './services.tsx'
import { Slip } from './slip.tsx'
import { SlotPlans } from './slot-plans.tsx'
import { Zones } from './zones.tsx'

const parts = [
  'services',
  'slots',
  'journeys',
  'counters',
  'zones',
  'about',
  'slip',
  'calendar',
  'policy',
  'history',
] as const

/** The hall's set-up on a local copy: nothing changes in the hall until it is saved. */
export function HallPage({
  may,
  maySign,
  part,
  go,
  draft,
  setDraft,
  again,
}: {
  may: boolean
  maySign: boolean
  part: string
  go: (part: string) => void
  draft: Draft | null
  setDraft: (draft: Draft | null) => void
  again: () => void
}) {
  const { t } = useTexts()
  const saved = useHall()
  const { busy, run } = useDoing()
  const [fromHubNow, setFromHub] = useState<Problem[]>([])
  const [merged, setMerged] = useState<Change[] | null>(null)
  const hall = draft?.hall ?? saved.hall
  const problems = draft ? [...check(hall), ...fromHubNow] : []

  useEffect(() => {
    if (draft && draft.savedAs !== null && saved.version >= draft.savedAs) setDraft(null)
  }, [draft, saved.version, setDraft])
  useEffect(() => {
    if (!draft) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [draft])

  const change: Part['change'] = (next) => {
    setFromHub([])
    setDraft(changed(draft ?? { version: saved.version, base: saved.hall, hall, savedAs: null }, next))
  }
  const save = async () => {
    if (!draft) return
    const outcome = await run(routes.writeHall, { body: { version: draft.version, hall } }, t('hall.saved'), [
      'stale',
    ])
    if ('done' in outcome) {
      setDraft({ ...draft, savedAs: outcome.done.version })
      setMerged(null)
      again()
    } else if (outcome.refused.refused === 'stale') {
      const read = await run(routes.readHall, {})
      if (!('done' in read)) return
      const theirs = read.done
      const together = merge(draft.base, hall, theirs.hall)
      setDraft({ version: theirs.version, base: theirs.hall, hall: together.hall, savedAs: null })
      setMerged(together.both)
    } else setFromHub(fromHub(outcome.refused.problems))
  }
  const shared: Part = { hall, change, may, problems }
  const content = {
    services: <Services {...shared} />,
    slots: <SlotPlans {...shared} />,
    journeys: <Journeys {...shared} />,
    counters: <Counters {...shared} />,
    zones: <Zones {...shared} />,
    about: <About {...shared} />,
    slip: <Slip {...shared} />,
    calendar: <CalendarPart may={may} maySign={maySign} />,
    policy: <PolicyPart {...shared} />,
    history: <History again={again} unsaved={draft !== null} />,
  }
  const wrongIn = {
    services: 'services',
    journeys: 'journeys',
    counters: 'counters',
    zones: 'zones',
    slip: 'slip',
    policy: 'policy',
  } as const
  return (
    <div className="hall">
      {!may && <Alert type="info" showIcon title={t('hall.readOnly')} />}
      {merged && <MergedNote both={merged} close={() => setMerged(null)} />}
      <section className="panel hall-tabs">
        <Tabs
          activeKey={parts.find((each) => each === part) ?? 'services'}
          onChange={go}
          items={parts
            .filter((name) => may || name !== 'history')
            .map((name) => {
              const wrong = name in wrongIn ? problemsIn(problems, name).length : 0
              return {
                key: name,
                label: (
                  <>
                    {t(`hall.parts.${name}`)}
                    {wrong > 0 && <b className="wrong"> · {t('hall.wrongCount', { n: wrong })}</b>}
                  </>
                ),
                children: content[name],
              }
            })}
        />
      </section>
      {draft && (
        <SaveBar
          before={draft.base}
          after={hall}
          wrong={check(hall).length}
          busy={busy || draft.savedAs !== null}
          save={() => void save()}
          discard={() => {
            setDraft(null)
            setMerged(null)
            setFromHub([])
          }}
        />
      )}
    </div>
  )
}
