import { useRef, useState } from 'react'

/** Runs one thing at a time: a second press while the first is under way does nothing. */
export function useOnce(onBroken: (problem: unknown) => void) {
  const running = useRef(false)
  const [underWay, setUnderWay] = useState(false)
  const once = (work: () => Promise<void>) => {
    if (running.current) return
    running.current = true
    setUnderWay(true)
    work()
      .catch(onBroken)
      .finally(() => {
        running.current = false
        setUnderWay(false)
      })
  }
  return { underWay, once }
}
