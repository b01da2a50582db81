import { findBrowser } from '@jiaohao/station/browser.ts'
import { type Browser, chromium } from 'playwright-core'

/** The Chromium-class browser the product itself would open on this machine. */
export const chromiumPath = (): string | undefined => findBrowser(process.env)

/** What a browser of the tests is started with: no screen, no sandbox (it runs as root in CI), no network but the pages it is given. */
export const headless = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('no Chromium: apt-get install chromium fonts-noto-cjk')
  return chromium.launch({ executablePath, args: headless })
}
