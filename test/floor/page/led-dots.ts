/** The dots of a strip: `lit[row * width + column]`. */
export interface Dots {
  width: number
  height: number
  lit: readonly boolean[]
}

const fonts = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
/** The font every card holds is sixteen dots high. */
const fontDots = 16
/** A word too long even so is cut at the panel's edge. */
const squeezedAtMost = 0.85
/** Below this share of ink a dot stays dark. */
const inkNeeded = 100

/**
 * The words as a panel's dots. A card runs a line through that is too long; here it stands on as many lines as the
 * panel has, so that it can be read at a glance.
 */
export function dotsOf(lines: readonly string[], width: number, height: number): Dots {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('this browser draws no canvas')
  pen.font = `400 ${fontDots - 0.5}px ${fonts}`
  const widthOf = (line: string) => pen.measureText(line).width
  const shown = lines.length === 1 ? brokenOver(lines[0]!, (line) => widthOf(line) <= width) : lines
  const firstRow = (height - shown.length * fontDots) / 2
  for (const [row, line] of shown.entries()) {
    const squeeze = Math.max(squeezedAtMost, Math.min(1, width / widthOf(line)))
    pen.setTransform(squeeze, 0, 0, 1, Math.max(0, Math.round((width - widthOf(line) * squeeze) / 2)), 0)
    pen.fillText(line, 0, firstRow + row * fontDots + fontDots * 0.86)
  }
  const { data } = pen.getImageData(0, 0, width, height)
  return {
    width,
    height,
    lit: Array.from({ length: width * height }, (_, dot) => data[dot * 4 + 3]! > inkNeeded),
  }
}

/** One line where it fits, else two broken after its first word. */
function brokenOver(line: string, fits: (line: string) => boolean): string[] {
  const space = line.indexOf(' ')
  return space < 0 || fits(line) ? [line] : [line.slice(0, space), line.slice(space + 1)]
}

/** Paints round dots on black over the whole canvas; dark dots stay faintly there, as on the real thing. */
export function paintDots(canvas: HTMLCanvasElement, dots: Dots, colour: string): void {
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser draws no canvas')
  const cellPx = canvas.width / dots.width
  pen.fillStyle = '#0a0c0f'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  paint(pen, dots, false, '#191c21', cellPx, 0.36)
  paint(pen, dots, true, colour, cellPx, 0.5)
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
