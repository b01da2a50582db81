import type { Handshake } from '@jiaohao/core/contract/socket.ts'
import type { ReactNode } from 'react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AccessibleMode } from './accessible.tsx'
import { openHub } from './hub.ts'
import { openTexts, Texts } from './texts.tsx'
import { HubProvider } from './use-hub.tsx'
import './theme.css'

/** Puts a screen on its page: texts, one connection, and the screen. */
export function showPage(screen: ReactNode, auth: Omit<Handshake, 'protocol'>): void {
  showReading(<HubProvider value={openHub(auth)}>{screen}</HubProvider>)
}

/** A page that only reads: without a connection of its own. */
export function showReading(screen: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  createRoot(root).render(
    <StrictMode>
      <Texts texts={openTexts()}>
        <AccessibleMode>{screen}</AccessibleMode>
      </Texts>
    </StrictMode>,
  )
}
