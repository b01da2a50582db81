import { useEffect, useRef, useState } from 'react'

/** Counts down whole seconds, again from the start at every touch or key; `key` begins anew, null stands still. */
export function useIdle(seconds: number | null, key: string, onEnd: () => void): number {
  const [left, setLeft] = useState(seconds ?? 0)
  const end = useRef(onEnd)
  end.current = onEnd
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key begins anew
  useEffect(() => {
    if (seconds === null) return
    let remaining = seconds
    const again = () => {
      remaining = seconds
      setLeft(remaining)
    }
    again()
    const timer = setInterval(() => {
      remaining -= 1
      setLeft(Math.max(0, remaining))
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
  return left
}
