import { useSyncExternalStore } from 'react'

/** What stands behind the # of the address: which of the page's parts is open. */
export const useHash = (): string => useSyncExternalStore(listen, () => location.hash.slice(1))

function listen(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
