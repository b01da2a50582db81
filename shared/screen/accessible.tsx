import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'

/** 大字/无障碍: large type, strong contrast, low on a standing screen, spoken. */
export interface Accessible {
  on: boolean
  turn(on: boolean): void
}

const AccessibleContext = createContext<Accessible>({ on: false, turn: () => {} })

/**
 * Lets every screen below be turned accessible. The root element carries `data-accessible`, so that theme.css and a
 * screen's own sheet follow without the mode being handed down; `?accessible` begins with it.
 */
export function AccessibleMode({ begin = askedFor(), children }: { begin?: boolean; children: ReactNode }) {
  const [on, turn] = useState(begin)
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-accessible', on)
  }, [on])
  const mode = useMemo(() => ({ on, turn }), [on])
  return <AccessibleContext.Provider value={mode}>{children}</AccessibleContext.Provider>
}

/** Is the page accessible now, and how to change it. */
export const useAccessible = (): Accessible => useContext(AccessibleContext)

const askedFor = (): boolean => new URLSearchParams(location.search).has('accessible')
