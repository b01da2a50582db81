import { timeOfDay } from '@jiaohao/core/queue/day.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { KioskService, KioskView } from '@jiaohao/core/views/kiosk.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useRef, useState } from 'react'
import { DepartmentRail } from './department-rail.tsx'
import { elsewhere } from './elsewhere.ts'
import { PageTurner } from './page-turner.tsx'
import type { Paper } from './paper.ts'
import { departmentsOf, pagesOf } from './service-pages.ts'
import { ServiceTile } from './service-tile.tsx'
import { shutWords, whenWords } from './shut-words.ts'
import { useSpoken } from './use-spoken.ts'
import { useTileGrid } from './use-tile-grid.ts'
import './choose-service.css'

interface Props {
  view: KioskView
  paper: Paper
  onChoose(serviceId: string): void
  onGuide(): void
  onCheckIn(): void
}

const highestTileEm = 15

/** The services as tiles, a screenful at a time; what stands in the way is said above them. */
export function ChooseService({ view, paper, onChoose, onGuide, onCheckIn }: Props) {
  const { t } = useTexts()
  const [at, setAt] = useState(0)
  const area = useRef<HTMLDivElement>(null)
  const { services, hall } = view
  const { columns, rows } = useTileGrid(area, services.length)
  const pages = pagesOf(services, columns * rows)
  const here = Math.min(at, pages.length - 1)
  const page = pages[here]
  const departments = departmentsOf(pages)
  const trouble =
    paper.is === 'trouble'
      ? { what: t(`kiosk.fault.${paper.trouble}`), since: timeOfDay(paper.sinceMs, hall.timeZone) }
      : null
  const todo = [elsewhere(view.otherKiosks, t), t('kiosk.fault.here')].filter((each) => each !== '')
  const prompt = trouble
    ? t('kiosk.spoken.fault', { fault: trouble.what, todo: todo.join(' ') })
    : t('kiosk.spoken.choose')
  useSpoken(prompt)

  if (services.length === 0 || !page) {
    return (
      <section className="kiosk-notice" role="status">
        <h2>{t('kiosk.empty.title')}</h2>
        <p className="kiosk-notice-todo">{t('kiosk.empty.todo')}</p>
      </section>
    )
  }
  return (
    <section className="choose">
      {trouble && (
        <div className="choose-trouble" role="alert">
          <h2>{trouble.what}</h2>
          {todo.map((each) => (
            <p key={each}>{each}</p>
          ))}
          <p className="choose-trouble-since">{t('kiosk.fault.since', { time: trouble.since })}</p>
        </div>
      )}
      <ClosedNow services={services} />
      <h2 className="choose-lead">{t('kiosk.choose')}</h2>
      {departments.length > 1 && (
        <DepartmentRail
          departments={departments}
          chosen={page.department}
          onChoose={(name) => setAt(pages.findIndex(({ department }) => department === name))}
        />
      )}
      <div className="choose-area" ref={area}>
        <div
          className="choose-tiles"
          style={{
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            ...(pages.length > 1
              ? { gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }
              : { maxHeight: `${Math.ceil(services.length / columns) * highestTileEm}em` }),
          }}
        >
          {page.services.map((service) => (
            <ServiceTile
              key={service.id}
              service={service}
              queueKnown={!view.offline}
              onChoose={() => onChoose(service.id)}
            />
          ))}
        </div>
      </div>
      {pages.length > 1 && <PageTurner at={here} of={pages.length} onTurn={setAt} />}
      {(view.checkIn || view.guide.items > 0) && (
        <div className="choose-more">
          {view.checkIn && (
            <button type="button" onClick={onCheckIn}>
              <strong>{t('checkIn.open')}</strong>
              <span>{t('checkIn.openAbout')}</span>
            </button>
          )}
          {view.guide.items > 0 && (
            <button type="button" onClick={onGuide}>
              <strong>{t('guide.open')}</strong>
              <span>{t('guide.openAbout')}</span>
            </button>
          )}
        </div>
      )}
      {hall.notice !== '' && (
        <p className="choose-notice">
          <strong>{t('kiosk.notice')}</strong>
          {hall.notice}
        </p>
      )}
    </section>
  )
}

const ofTheHall: ReadonlySet<Reason | null> = new Set(['outsideSessions', 'restDay', 'closure', 'hallPaused'])

/** When the whole hall is shut it says so once, above tiles that still tell what to bring. */
function ClosedNow({ services }: { services: KioskService[] }) {
  const { t, refusal } = useTexts()
  const [first] = services
  if (!first || !ofTheHall.has(first.shut) || !services.every(({ shut }) => shut === first.shut)) return null
  const when = first.opens && whenWords(first.opens, t)
  return (
    <p className="choose-closed" role="status">
      {first.shut !== 'outsideSessions'
        ? shutWords(first, t, refusal)
        : when === null
          ? t('kiosk.closedNow.over')
          : t('kiosk.closedNow.later', { time: when })}
    </p>
  )
}
