import { useEffect, useState } from 'react'

/** Document Picture-in-Picture, where the browser offers it; TypeScript's DOM does not know it yet. */
interface PictureInPicture {
  requestWindow(size: { width: number; height: number }): Promise<Window>
}

const size = { width: 480, height: 72 }

/** A small window that stays on top, dressed like the page; without such a browser an ordinary small window opens. */
export function useFloat() {
  const [floating, setFloating] = useState<Window | null>(null)
  useEffect(() => () => floating?.close(), [floating])
  const float = async () => {
    const offered = (window as { documentPictureInPicture?: PictureInPicture }).documentPictureInPicture
    if (!offered) {
      open('?bar=1', 'jiaohao-bar', `popup,width=${size.width},height=${size.height}`)
      return
    }
    const small = await offered.requestWindow(size)
    dress(small.document)
    small.addEventListener('pagehide', () => setFloating(null))
    setFloating(small)
  }
  return { floating, float }
}

function dress(other: Document): void {
  other.documentElement.lang = document.documentElement.lang
  for (const sheet of document.head.querySelectorAll('style, link[rel=stylesheet]')) {
    other.head.append(sheet.cloneNode(true))
  }
  other.body.style.height = '100vh'
}
