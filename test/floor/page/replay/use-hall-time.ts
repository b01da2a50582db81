import { useEffect, useState } from 'react'

const tickMs = 100

/** The instant of the day that is shown; while it plays, it goes on so many times as fast as the day did. */
export function useHallTime({ fromMs, toMs }: { fromMs: number; toMs: number }) {
  const [atMs, setAtMs] = useState(fromMs)
  const [speed, setSpeed] = useState(60)
  const [playing, setPlaying] = useState(false)
  const ended = atMs >= toMs
  const runs = playing && !ended
  useEffect(() => {
    if (!runs) return
    let lastMs = performance.now()
    const timer = setInterval(() => {
      const nowMs = performance.now()
      const passedMs = nowMs - lastMs
      lastMs = nowMs
      setAtMs((before) => Math.min(toMs, before + passedMs * speed))
    }, tickMs)
    return () => clearInterval(timer)
  }, [runs, speed, toMs])
  return {
    atMs,
    speed,
    playing: runs,
    ended,
    setSpeed,
    seek: setAtMs,
    play: () => {
      if (ended) setAtMs(fromMs)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
  }
}
