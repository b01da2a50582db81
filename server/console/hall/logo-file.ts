import { blacken, blank } from '@jiaohao/core/text/bitmap.ts'
import { pictureOf, type SlipPicture, slipPictureLimits } from '@jiaohao/core/text/slip-template.ts'

/** Darker than this of 255 becomes black: paper has no grey, and a logo's edges stay where the eye sees them. */
const BLACK_BELOW = 150

/** A picture file in black and white, made smaller until a slip can carry it; rejects when it is no picture. */
export async function readLogo(file: File): Promise<SlipPicture> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return dots(image)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function dots(image: HTMLImageElement): SlipPicture {
  const { widthDots, heightDots } = slipPictureLimits
  // A picture without a size of its own (SVG) takes the place there is.
  const [width, height] = [image.naturalWidth || widthDots, image.naturalHeight || heightDots]
  const scale = Math.min(1, widthDots / width, heightDots / height)
  const shownWidth = Math.max(1, Math.round(width * scale))
  const shownHeight = Math.max(1, Math.round(height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(shownWidth / 8) * 8
  canvas.height = shownHeight
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, (canvas.width - shownWidth) >> 1, 0, shownWidth, shownHeight)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const bitmap = blank(canvas.width, canvas.height)
  for (let at = 0; at < canvas.width * canvas.height; at += 1) {
    const [red = 255, green = 255, blue = 255] = data.subarray(at * 4, at * 4 + 3)
    // ITU-R BT.601: how bright an eye finds a colour.
    const bright = 0.299 * red + 0.587 * green + 0.114 * blue
    if (bright < BLACK_BELOW) blacken(bitmap, at % canvas.width, Math.floor(at / canvas.width))
  }
  return pictureOf(bitmap)
}
