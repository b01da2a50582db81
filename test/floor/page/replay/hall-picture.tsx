import type { ReplayPage } from '@jiaohao/core/contract/replay.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { clockIn } from './clock.ts'
import type { Picture } from './picture.ts'

/** Who waits for what, what each counter does, and the newest calls. */
export function HallPicture({ replay, picture }: { replay: ReplayPage; picture: Picture }) {
  const { t } = useTexts()
  const { services, counters, timeZone } = replay
  const longest = Math.max(10, ...services.map(({ id }) => picture.waiting[id] ?? 0))
  const all = services.reduce((sum, { id }) => sum + (picture.waiting[id] ?? 0), 0)
  const noOf = (counterId: string) => counters.find(({ id }) => id === counterId)?.no ?? counterId
  const clock = clockIn(timeZone)
  return (
    <div className="replay-picture">
      <section className="replay-panel" aria-label={t('floor.replay.lines')}>
        <h2>
          {t('floor.replay.lines')}
          <span>{t('floor.replay.sums', { waiting: all, finished: picture.finished })}</span>
        </h2>
        <ul className="replay-lines">
          {services.map(({ id, name }) => {
            const count = picture.waiting[id] ?? 0
            return (
              <li key={id}>
                <span>{name}</span>
                <meter min={0} max={longest} value={count} aria-label={name} />
                <b>{count}</b>
              </li>
            )
          })}
        </ul>
      </section>
      <section className="replay-panel" aria-label={t('floor.counter.heading')}>
        <h2>{t('floor.counter.heading')}</h2>
        <ul className="replay-counters">
          {counters.map(({ id, no }) => {
            const { state = 'closed', number = null } = picture.counters[id] ?? {}
            return (
              <li key={id} data-state={state}>
                <span>{t('floor.counter.no', { no })}</span>
                <b>{number ?? '—'}</b>
                <span>{t(`floor.counter.state.${state}`)}</span>
              </li>
            )
          })}
        </ul>
      </section>
      <section className="replay-panel" aria-label={t('floor.replay.calls')}>
        <h2>{t('floor.replay.calls')}</h2>
        <ol className="replay-calls">
          {picture.calls.map(({ atMs, number, counterId, again }) => (
            <li key={`${atMs} ${number} ${counterId}`}>
              <time>{clock(atMs)}</time>
              <b>{number}</b>
              <span>{t('floor.counter.no', { no: noOf(counterId) })}</span>
              {again && <small>{t('floor.replay.again')}</small>}
            </li>
          ))}
          {picture.calls.length === 0 && <li className="replay-quiet">{t('floor.replay.noCalls')}</li>}
        </ol>
      </section>
    </div>
  )
}
