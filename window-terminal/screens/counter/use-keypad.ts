import { useEffect, useRef } from 'react'
import { gapMs, hear, lapsed, nothingWaits, padKeys } from './keypad-burst.ts'

/**
 * Hears the codes of a USB keypad wherever the focus is. Its keys reach nothing else; a person's, held back for a
 * moment, are let through in order.
 */
export function useKeypad(heard: (code: string) => void, listening: boolean, on: Window = window): void {
  const newest = useRef(heard)
  newest.current = heard
  useEffect(() => {
    if (!listening) return
    let waiting = nothingWaits
    let timer: ReturnType<typeof setTimeout> | undefined
    const lapse = () => {
      const keys = lapsed(waiting)
      waiting = nothingWaits
      letThrough(on.document, keys)
    }
    const listen = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.isComposing) return
      clearTimeout(timer)
      const { waiting: next, released, now } = hear(waiting, placeOf(event), event.timeStamp)
      waiting = next
      letThrough(on.document, released)
      if (now === 'through') return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (now === 'held') timer = setTimeout(lapse, gapMs)
      else newest.current(now.code)
    }
    on.addEventListener('keydown', listen, true)
    return () => {
      on.removeEventListener('keydown', listen, true)
      clearTimeout(timer)
      lapse()
    }
  }, [listening, on])
}

/** A key by its place, if it is the plain key; with Num Lock off a keypad moves the cursor, and so it shall. */
function placeOf({ code, key, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): string {
  const isPlain = !repeat && !ctrlKey && !altKey && !metaKey
  return isPlain && (padKeys[code] === key || key === 'Enter') ? code : ''
}

/** As if just typed: into the text that has the focus, or as a key of the page. */
export function letThrough(document: Document, keys: readonly string[]): void {
  for (const code of keys) {
    const key = padKeys[code] ?? ''
    const target = document.activeElement ?? document.body
    const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true })
    // Still the one way that undo, selection and React all understand.
    if (target.dispatchEvent(event) && target.matches('input, textarea'))
      document.execCommand('insertText', false, key)
  }
}
