import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'keydown', 'wheel', 'pointermove'] as const

/** Signs out after so many minutes without a hand on mouse or keyboard; the page's own polling is not a hand. */
export function useIdle(idleMinutes: number, leave: () => void): void {
  const left = useRef(leave)
  left.current = leave
  useEffect(() => {
    if (idleMinutes <= 0) return
    let timer = setTimeout(() => left.current(), idleMinutes * 60_000)
    const busy = () => {
      clearTimeout(timer)
      timer = setTimeout(() => left.current(), idleMinutes * 60_000)
    }
    for (const sign of signs) addEventListener(sign, busy, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, busy)
    }
  }, [idleMinutes])
}
