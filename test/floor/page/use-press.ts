import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useRef, useState } from 'react'
import type { FloorCounter } from '../contract.ts'
import { useAct } from './acts.tsx'
import { type Key, type Nothing, whyNothing } from './why-nothing.ts'

const momentMs = 1_500
const shownMs = 5_000

/** A finger on a counter's keypad: what a press was refused for, or why a moment later nothing is to be seen of it. */
export function usePress(counter: FloorCounter, busFaults: readonly string[]) {
  const { t } = useTexts()
  const { act, note, disabled } = useAct()
  const [pressed, setPressed] = useState<{ key: Key; no: number } | null>(null)
  const [nothing, setNothing] = useState<Nothing | null>(null)
  const now = useRef({ counter, busFaults })
  now.current = { counter, busFaults }
  useEffect(() => {
    if (!pressed) return
    const look = setTimeout(() => {
      setNothing(whyNothing(pressed.key, now.current.counter, now.current.busFaults))
    }, momentMs)
    const forget = setTimeout(() => setNothing(null), momentMs + shownMs)
    return () => {
      clearTimeout(look)
      clearTimeout(forget)
    }
  }, [pressed])
  return {
    act,
    disabled,
    note: note || (nothing === null ? '' : t(`floor.counter.nothing.${nothing}`)),
    press: (key: Key) => {
      act({ act: 'press', counterId: counter.counterId, key })
      setNothing(null)
      setPressed((before) => ({ key, no: (before?.no ?? 0) + 1 }))
    },
  }
}
