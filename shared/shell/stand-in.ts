import { EventEmitter } from 'node:events'
import type { ShellOptions } from './shell.ts'

/** What the shell did to Electron, and ways to do to the shell what Electron would. */
export interface StandIn {
  electron: ShellOptions['electron']
  loaded: string[]
  did: string[]
  app: EventEmitter
  window: EventEmitter
  page: EventEmitter
  /** The answer to a page that asks for a permission. */
  permission(name: string): boolean
  windowOpened(url: string): string
}

/** A picture of noise: the better the quality and the larger the picture, the more bytes. */
const picture = (width: number, height: number) => ({
  getSize: () => ({ width, height }),
  resize: ({ width: to }: { width: number }) => picture(to, Math.round((height * to) / width)),
  toJPEG: (quality: number) => Buffer.alloc((width * height * quality) / 200),
})

/** Electron's binary is not on this machine; this has the few of its parts that the shell touches. */
export function standIn(firstInstance = true): StandIn {
  const loaded: string[] = []
  const did: string[] = []
  let onPermission = (_page: unknown, _name: string, _answer: (granted: boolean) => void) => {}
  let onOpen = (_details: { url: string }) => ({ action: 'allow' })
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: typeof onPermission) => {
      onPermission = handler
    },
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
  })
  const page = Object.assign(new EventEmitter(), {
    session,
    setWindowOpenHandler: (handler: typeof onOpen) => {
      onOpen = handler
    },
    setVisualZoomLevelLimits: () => {},
    capturePage: async () => picture(1920, 1080),
    forcefullyCrashRenderer: () => page.emit('render-process-gone'),
  })
  const window = Object.assign(new EventEmitter(), {
    webContents: page,
    focus: () => did.push('focus'),
    loadURL: async (url: string) => void loaded.push(url),
  })
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => firstInstance,
    whenReady: async () => {},
    quit: () => did.push('quit'),
    exit: () => did.push('exit'),
  })
  const electron = {
    app,
    BrowserWindow: class {
      constructor() {
        app.emit('web-contents-created', {}, page)
        // biome-ignore lint/correctness/noConstructorReturn: stands in for Electron's own object
        return window
      }
    },
    Menu: { setApplicationMenu: () => {} },
    powerSaveBlocker: { start: () => did.push('stay awake') },
  }
  return {
    electron: electron as never,
    loaded,
    did,
    app,
    window,
    page,
    permission: (name) => {
      let granted = true
      onPermission(page, name, (answer) => {
        granted = answer
      })
      return granted
    },
    windowOpened: (url) => onOpen({ url }).action,
  }
}
