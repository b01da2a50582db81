import { useEffect, useRef, useState } from 'react'
import type { FloorSpeaker } from '../contract.ts'

type Said = FloorSpeaker['said'][number]

const waitingAtMost = 4

/** Makes a loudspeaker audible here: from the press on, each new sound once, one after the other. */
export function useSounds(said: readonly Said[]) {
  const [on, setOn] = useState(false)
  const [blocked, setBlocked] = useState(false)
  const known = useRef(new Set<string>())
  const queue = useRef<string[]>([])
  const playing = useRef<HTMLAudioElement | null>(null)

  useEffect(() => {
    const fresh = said.filter(({ key }) => !known.current.has(key)).map(({ key }) => key)
    known.current = new Set(said.map(({ key }) => key))
    if (!on) return
    queue.current = [...queue.current, ...fresh.toReversed()].slice(-waitingAtMost)
    const playNext = () => {
      const key = queue.current.shift()
      if (key === undefined) {
        playing.current = null
        return
      }
      const sound = new Audio(`/floor/sounds/${encodeURIComponent(key)}`)
      playing.current = sound
      sound.onended = playNext
      sound.onerror = playNext
      sound.play().catch((problem: unknown) => {
        if (!(problem instanceof DOMException) || problem.name !== 'NotAllowedError') return
        playing.current = null
        setOn(false)
        setBlocked(true)
      })
    }
    if (playing.current === null) playNext()
  }, [said, on])

  const silence = () => {
    playing.current?.pause()
    playing.current = null
    queue.current = []
  }
  useEffect(
    () => () => {
      playing.current?.pause()
    },
    [],
  )
  return {
    on,
    blocked,
    toggle: () => {
      if (on) silence()
      setBlocked(false)
      setOn(!on)
    },
  }
}
