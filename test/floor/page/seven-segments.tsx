import { useTexts } from '@jiaohao/screen/texts.tsx'
import './seven-segments.css'

const positions = 6

/** a top, b upper right, c lower right, d bottom, e lower left, f upper left, g middle. */
const segmentsOf: Record<string, string> = {
  0: 'abcdef',
  1: 'bc',
  2: 'abged',
  3: 'abgcd',
  4: 'fgbc',
  5: 'afgcd',
  6: 'afgedc',
  7: 'abc',
  8: 'abcdefg',
  9: 'abcdfg',
}

const shapes = {
  a: 'M3 2h8l-1.6 2.4H4.6z',
  b: 'M12 3v8l-1 1-1.4-1.4V5.2z',
  c: 'M12 13v8l-2.4-2.2v-5.4L11 12z',
  d: 'M3 22h8l-1.6-2.4H4.6z',
  e: 'M2 13v8l2.4-2.2v-5.4L3 12z',
  f: 'M2 3v8l1 1 1.4-1.4V5.2z',
  g: 'M3.4 12l1.4-1.2h4.4l1.4 1.2-1.4 1.2H4.8z',
} as const
const segments = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

/** The six figures of a keypad, blanks dark. */
export function SevenSegments({ display }: { display: string }) {
  const { t } = useTexts()
  const figures = [...display.padEnd(positions).slice(0, positions)]
  return (
    <svg
      className="seven-segments"
      viewBox={`0 0 ${positions * 15} 24`}
      role="img"
      aria-label={`${t('floor.counter.display')} ${display.trim()}`}
    >
      {figures.map((figure, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its place
        <g key={place} transform={`translate(${place * 15 + 0.5} 0)`}>
          {segments.map((segment) => (
            <path
              key={segment}
              d={shapes[segment]}
              className={segmentsOf[figure]?.includes(segment) ? 'is-lit' : undefined}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}
