/** The dots of a strip: `lit[row * width + column]`. */
export interface Dots {
  width: number
  height: number
  lit: readonly boolean[]
}

const fonts = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
/** Below this share of ink a dot stays dark. */
const inkNeeded = 100

/** The words as a panel's dots: one line as high as it can be, two lines of sixteen dots; long lines are squeezed. */
export function dotsOf(lines: readonly string[], width: number, height: number): Dots {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws no canvas')
  const rowPx = height / Math.max(1, lines.length)
  const fontPx = Math.min(rowPx, 26)
  pen.font = `${fontPx >= 24 ? 700 : 500} ${fontPx}px ${fonts}`
  pen.textAlign = 'center'
  pen.textBaseline = 'alphabetic'
  for (const [row, line] of lines.entries())
    pen.fillText(line, width / 2, row * rowPx + rowPx / 2 + fontPx * 0.37, width)
  const { data } = pen.getImageData(0, 0, width, height)
  return {
    width,
    height,
    lit: Array.from({ length: width * height }, (_, dot) => data[dot * 4 + 3]! > inkNeeded),
  }
}

/** Paints round dots on black over the whole canvas; dark dots stay faintly there, as on the real thing. */
export function paintDots(canvas: HTMLCanvasElement, dots: Dots, colour: string): void {
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no canvas')
  const cellPx = canvas.width / dots.width
  pen.fillStyle = '#0a0c0f'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  paint(pen, dots, false, '#1b1f25', cellPx, 0.36)
  paint(pen, dots, true, colour, cellPx, 0.47)
}

function paint(
  pen: CanvasRenderingContext2D,
  { width, lit }: Dots,
  which: boolean,
  colour: string,
  cellPx: number,
  radius: number,
): void {
  pen.fillStyle = colour
  pen.beginPath()
  for (const [dot, on] of lit.entries()) {
    if (on !== which) continue
    const x = ((dot % width) + 0.5) * cellPx
    const y = (Math.floor(dot / width) + 0.5) * cellPx
    pen.moveTo(x + radius * cellPx, y)
    pen.arc(x, y, radius * cellPx, 0, 2 * Math.PI)
  }
  pen.fill()
}
