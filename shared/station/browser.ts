import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { Clock } from '@jiaohao/core/clock.ts'
import { type Camera, photograph } from './camera.ts'
import { type DevtoolsPipe, openDevtoolsPipe } from './devtools-pipe.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const windowsPlaces = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
const firstPauseMs = 1_000
const mostPauseMs = 30_000
/** A browser that lived this long was well, so the next pause is short again. */
const wellAfterMs = 60_000

/** The first Chromium-class browser in the folders of PATH, or where Windows keeps them. */
export function findBrowser(environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const roots = [environment.ProgramFiles, environment['ProgramFiles(x86)']].filter(
    (each) => each !== undefined,
  )
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...roots.flatMap((root) => windowsPlaces.map((place) => join(root, place))),
  ].find((program) => existsSync(program))
}

/** Keeps the page open over the whole screen without any control of the browser; opened again when it ends. */
export function openBrowser(
  program: string,
  url: string,
  dataDir: string,
  clock: Clock,
): { close(): void; camera: Camera } {
  let pauseMs = firstPauseMs
  let cancel = () => {}
  let closed = false
  let devtools: DevtoolsPipe
  let child = start()

  function start() {
    const startedAtMs = clock.now()
    const started = spawn(program, [...lockedDown(dataDir), url], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    devtools = pipesOf(started, clock)
    const ended = () => {
      if (closed || child !== started) return
      pauseMs = clock.now() - startedAtMs > wellAfterMs ? firstPauseMs : Math.min(mostPauseMs, pauseMs * 2)
      cancel()
      cancel = clock.after(pauseMs, () => {
        child = start()
      })
    }
    started.on('exit', ended)
    started.on('error', ended)
    return started
  }

  return {
    camera: () => photograph(devtools, url),
    close: () => {
      closed = true
      cancel()
      child.kill()
    },
  }
}

/** File descriptors 3 and 4, as the browser knows them. */
function pipesOf({ stdio }: ChildProcess, clock: Clock): DevtoolsPipe {
  return openDevtoolsPipe(stdio[3] as Writable, stdio[4] as Readable, clock)
}

const lockedDown = (dataDir: string): string[] => [
  '--kiosk',
  '--remote-debugging-pipe',
  `--user-data-dir=${join(dataDir, 'browser')}`,
  '--no-first-run',
  '--noerrdialogs',
  '--disable-infobars',
  '--disable-session-crashed-bubble',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-translate',
  '--autoplay-policy=no-user-gesture-required',
]
