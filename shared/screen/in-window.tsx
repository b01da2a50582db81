import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Draws a part of this page in another window it opened, with the same state and handlers. */
export function InWindow({ other, children }: { other: Window; children: ReactNode }) {
  return createPortal(children, other.document.body)
}
