import { useAccessible } from '@jiaohao/screen/accessible.tsx'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { type TileGrid, tileGrid } from './tile-grid.ts'

/** How many tiles fit into this element now, at its own type size. */
export function useTileGrid(area: RefObject<HTMLElement | null>, count: number): TileGrid {
  const { on } = useAccessible()
  const [grid, setGrid] = useState<TileGrid>({ columns: 2, rows: 4 })
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    const measure = () => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize)
      const next = tileGrid(count, {
        width: element.clientWidth,
        height: element.clientHeight,
        gap: 0.8 * em,
        leastWidth: (on ? 13 : 15) * em,
        mostWidth: 38 * em,
        leastHeight: (on ? 7 : 8.8) * em,
      })
      setGrid((last) => (last.columns === next.columns && last.rows === next.rows ? last : next))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [area, count, on])
  return grid
}
