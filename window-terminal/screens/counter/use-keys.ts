import { useEffect, useRef } from 'react'

/** What the keyboard does on the clerk's page, by the name of the key. */
export type Keys = (key: string, event: KeyboardEvent) => boolean

/** Hears keys wherever the focus is; a key that meant something does nothing else, and held keys do not repeat. */
export function useKeys(keys: Keys, on: Window = window): void {
  const newest = useRef(keys)
  newest.current = keys
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isVerb = /^F[1-9]$/.test(event.key)
      if (event.ctrlKey && event.key !== 'z') return
      if (event.altKey || event.metaKey || event.isComposing) return
      if (isVerb) event.preventDefault()
      if (event.repeat) return
      if (!isVerb && event.key !== 'Escape' && inText(event.target)) return
      if (newest.current(event.key, event)) event.preventDefault()
    }
    on.addEventListener('keydown', hear)
    return () => on.removeEventListener('keydown', hear)
  }, [on])
}

function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]):not([type=radio]), textarea')
  )
}
