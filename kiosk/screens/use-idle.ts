import { useEffect, useRef, useState } from 'react'

/** Counts down whole seconds, again from the start at every touch or key; `key` begins anew, null stands still. */
export function useIdle(seconds: number | null, key: string, onEnd: () => void): number {
  const [at, setAt] = useState({ key, left: seconds ?? 0 })
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (seconds === null) return
    let remaining = seconds
    const again = () => {
      remaining = seconds
      setAt({ key, left: remaining })
    }
    again()
    const timer = setInterval(() => {
      remaining -= 1
      setAt({ key, left: Math.max(0, remaining) })
      if (remaining === 0) end.current()
    }, 1_000)
    window.addEventListener('pointerdown', again)
    window.addEventListener('keydown', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', again)
      window.removeEventListener('keydown', again)
    }
  }, [seconds, key])
  return at.key === key ? at.left : (seconds ?? 0)
}
