import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useEffect, useRef } from 'react'
import type { FloorCounter } from '../contract.ts'
import { FaultBadge } from './fault-badge.tsx'
import { dotsOf, paintDots } from './led-dots.ts'
import './led-panel.css'

const columns = 128
const rows = 32
const colours = { red: '#ff5a48', green: '#3dff7c', yellow: '#ffd23f' } as const

/** The strip over a counter, dot by dot, as the card of the virtual panel shows it. */
export function LedPanel({ panel }: { panel: FloorCounter['panel'] }) {
  const { t } = useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { colour, lit, faults } = panel
  const words = lit ? panel.lines.join('\n') : ''
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const dots = dotsOf(words === '' ? [] : words.split('\n'), columns, rows)
    const draw = () => {
      const perDot = Math.max(4, Math.ceil((element.clientWidth * devicePixelRatio) / columns))
      element.width = columns * perDot
      element.height = rows * perDot
      paintDots(element, dots, colours[colour])
    }
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    return () => observer.disconnect()
  }, [words, colour])
  return (
    <div className="led-panel">
      <canvas ref={canvas} role="img" aria-label={words || t('floor.counter.panelDark')} />
      <FaultBadge faults={faults} />
    </div>
  )
}
