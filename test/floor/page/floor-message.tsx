import { AwayBanner } from './away-banner.tsx'

interface Props {
  title: string
  todo: string
  /** Something is on its way: shows the hall's outline while it comes. */
  waiting?: boolean
  awaySinceMs?: number | null
}

/** A page without a hall to draw: why, and what to do. */
export function FloorMessage({ title, todo, waiting = false, awaySinceMs = null }: Props) {
  return (
    <>
      {awaySinceMs !== null && <AwayBanner sinceMs={awaySinceMs} />}
      <div className="floor-message" role="status">
        {waiting && (
          <div className="floor-outline" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
            <i />
            <i />
          </div>
        )}
        <h1>{title}</h1>
        {todo !== '' && <p>{todo}</p>}
      </div>
    </>
  )
}
