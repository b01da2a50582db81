import { useTexts } from '@jiaohao/screen/texts.tsx'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import './by-buttons.css'

/** Text of any length, whole: longer than its place, it turns by two buttons instead of gestures. */
export function ByButtons({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  const place = useRef<HTMLDivElement>(null)
  const [long, setLong] = useState(false)
  useLayoutEffect(() => {
    const element = place.current
    const content = element?.firstElementChild
    if (!element || !content) return
    const measure = () => setLong(content.clientHeight > element.clientHeight + 2)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    watch.observe(content)
    return () => watch.disconnect()
  }, [])
  const turn = (by: number) => {
    const element = place.current
    element?.scrollBy({ top: by * element.clientHeight * 0.8, behavior: 'smooth' })
  }
  return (
    <div className="by-buttons">
      <div className={long ? 'by-buttons-place by-buttons-long' : 'by-buttons-place'} ref={place}>
        <div className="by-buttons-content">{children}</div>
      </div>
      {long && (
        <div className="by-buttons-turn">
          <button type="button" onClick={() => turn(-1)}>
            <span aria-hidden="true">▲</span> {t('kiosk.sheet.up')}
          </button>
          <button type="button" onClick={() => turn(1)}>
            <span aria-hidden="true">▼</span> {t('kiosk.sheet.down')}
          </button>
        </div>
      )}
    </div>
  )
}
