import { useEffect, useState } from 'react'

/** The page shown now, from 0; turns every `everyMs` while there is more than one. */
export function usePageTurn(pages: number, everyMs: number): number {
  const [turned, setTurned] = useState(0)
  useEffect(() => {
    if (pages <= 1) return
    const timer = setInterval(() => setTurned((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [pages, everyMs])
  return pages > 1 ? turned % pages : 0
}
