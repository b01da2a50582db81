import { useEffect, useRef, useState } from 'react'
import './live-screen.css'

interface Props {
  url: string
  title: string
  width: number
  height: number
  /** Marks the frame so that the page can tell which screen was touched. */
  kioskId?: string
  /** A screen nobody touches is left out of the tab order. */
  touched?: boolean
}

/** A real page at its true size, drawn as small as the place it stands in, and as live. */
export function LiveScreen({ url, title, width, height, kioskId, touched = true }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() => setScale(element.clientWidth / width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [width])
  return (
    <div className="live-screen" ref={place} style={{ aspectRatio: `${width} / ${height}` }}>
      <iframe
        src={url}
        title={title}
        width={width}
        height={height}
        style={{ transform: `scale(${scale})` }}
        data-kiosk={kioskId}
        tabIndex={touched ? undefined : -1}
      />
    </div>
  )
}
