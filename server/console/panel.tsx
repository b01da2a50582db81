import type { ReactNode } from 'react'

/** A titled part of a page. */
export function Panel({
  title,
  beside,
  bare = false,
  children,
}: {
  title: string
  beside?: ReactNode
  /** A table fills the panel to its edges. */
  bare?: boolean
  children: ReactNode
}) {
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
        {beside}
      </header>
      <div className={bare ? 'panel-bare' : 'panel-body'}>{children}</div>
    </section>
  )
}
