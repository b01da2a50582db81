import type { Clock } from '@jiaohao/core/clock.ts'
import { mostScreenshotBytes, type Screenshot } from '@jiaohao/core/contract/inspection.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import { type Camera, longestEdgePx, qualities } from '@jiaohao/station/camera.ts'
import type { BrowserWindow, NativeImage, WebContents } from 'electron'

type Electron = typeof import('electron')

export interface ShellOptions {
  /** The real module, or a test's. */
  electron: Pick<Electron, 'app' | 'BrowserWindow' | 'Menu' | 'powerSaveBlocker'>
  clock: Clock
  /** Opens the station; what it says until then (its pairing code) stands on the screen. */
  openStation: (say: (line: string) => void) => Promise<{
    url: string
    lookThrough(camera: Camera): void
    close(): Promise<void>
  }>
}

const firstPauseMs = 1_000
const mostPauseMs = 30_000
/** A page that lived this long was well, so the next pause is short again. */
const wellAfterMs = 60_000
/** Chromium's code for a page that another load took the place of. */
const aborted = -3

/**
 * One locked window over the whole screen, on the page of this machine's own station. No preload and no IPC: what
 * the page may do, it may do in any browser. It comes back from every crash by itself, and leaves only on quit.
 */
export async function openShell({ electron, clock, openStation }: ShellOptions): Promise<void> {
  const { app, BrowserWindow, Menu, powerSaveBlocker } = electron
  if (!app.requestSingleInstanceLock()) return app.quit()
  let allowed = 'about:blank'
  let quitting = false
  let close = async () => {}
  app.on('before-quit', (event) => {
    if (quitting) return
    // Devices are let go of in order before the process ends.
    event.preventDefault()
    quitting = true
    void close().finally(() => app.exit(0))
  })
  app.on('web-contents-created', (_, contents) => guard(contents, (url) => sameOrigin(url, allowed)))
  // Without a listener Electron quits when its window is gone.
  app.on('window-all-closed', () => {})
  await app.whenReady()
  Menu.setApplicationMenu(null)
  powerSaveBlocker.start('prevent-display-sleep')

  const window = new BrowserWindow({
    kiosk: true,
    fullscreen: true,
    frame: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  app.on('second-instance', () => window.focus())
  window.on('close', (event) => {
    if (!quitting) event.preventDefault()
  })
  const show = keepShown(window, clock)
  const station = await openStation((line) => {
    if (allowed === 'about:blank') show(`data:text/plain;charset=utf-8,${encodeURIComponent(line)}`)
  })
  close = station.close
  allowed = station.url
  show(station.url)
  // No other page than the station's ever stands in this window.
  station.lookThrough(async () => small(await window.webContents.capturePage()))
}

function small(picture: NativeImage): Screenshot | Refused {
  const { width, height } = picture.getSize()
  const scaled = picture.resize({
    width: Math.round(width * Math.min(1, longestEdgePx / Math.max(width, height, 1))),
  })
  const jpeg = qualities
    .map((quality) => scaled.toJPEG(quality))
    .find((each) => each.length <= mostScreenshotBytes)
  return jpeg ? { jpeg: jpeg.toString('base64') } : refused('noCamera')
}

/** Nothing leaves the station's own page: no other site, no second window, no device, no download. */
function guard(contents: WebContents, isAllowed: (url: string) => boolean): void {
  const { session } = contents
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowed(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isAllowed(event.url)) event.preventDefault()
  })
}

const sameOrigin = (url: string, allowed: string): boolean =>
  URL.canParse(url) && new URL(url).origin === new URL(allowed).origin && /^https?:/.test(url)

/** Gives how to show a page; whatever becomes of it, it is shown again, after a pause that grows. */
function keepShown(window: BrowserWindow, clock: Clock): (url: string) => void {
  const { webContents } = window
  let shown = ''
  let pauseMs = firstPauseMs
  let loadedAtMs = clock.now()
  let cancel = () => {}

  function load() {
    loadedAtMs = clock.now()
    // What follows from a failure comes with `did-fail-load`.
    window.loadURL(shown).catch((problem: Error) => console.error(problem.message))
  }

  function again() {
    cancel()
    if (clock.now() - loadedAtMs > wellAfterMs) pauseMs = firstPauseMs
    cancel = clock.after(pauseMs, load)
    pauseMs = Math.min(mostPauseMs, pauseMs * 2)
  }

  webContents.on('render-process-gone', again)
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) again()
  })
  webContents.on('did-finish-load', () => webContents.setVisualZoomLevelLimits(1, 1))
  // A page that hangs is ended, and `render-process-gone` brings it back.
  webContents.on('unresponsive', () => webContents.forcefullyCrashRenderer())

  return (url) => {
    shown = url
    cancel()
    load()
  }
}
