import { mostScreenshotBytes } from '@jiaohao/core/contract/inspection.ts'
import { refused } from '@jiaohao/core/queue/refused.ts'
import { drivenClock } from '@jiaohao/drivers/driven-clock.ts'
import type { Camera } from '@jiaohao/station/camera.ts'
import { expect, test } from 'vitest'
import { openShell } from './shell.ts'
import { standIn } from './stand-in.ts'

const url = 'http://127.0.0.1:8081'

async function opened() {
  const clock = drivenClock(0)
  const there = standIn()
  let camera: Camera = async () => refused('noCamera')
  const station = {
    url,
    lookThrough: (through: Camera) => {
      camera = through
    },
    close: async () => void there.did.push('station closed'),
  }
  await openShell({ electron: there.electron, clock, openStation: async () => station })
  return { clock, photograph: () => camera(), ...there }
}

/** An event as Electron gives it, and whether the shell stopped it. */
function stoppable(details: object = {}) {
  const event = {
    ...details,
    stopped: false,
    preventDefault: () => {
      event.stopped = true
    },
  }
  return event
}

test('the window opens on the page of its own station, and the screen stays awake', async () => {
  const { loaded, did } = await opened()
  expect(loaded).toEqual([url])
  expect(did).toEqual(['stay awake'])
})

test('a second start ends at once and brings the first to the front', async () => {
  const second = standIn(false)
  await openShell({ electron: second.electron, clock: drivenClock(0), openStation: () => Promise.reject() })
  expect(second.did).toEqual(['quit'])
  const first = await opened()
  first.app.emit('second-instance')
  expect(first.did).toContain('focus')
})

test('until the station is paired its code stands on the screen', async () => {
  const there = standIn()
  const clock = drivenClock(0)
  const openStation = async (say: (line: string) => void) => {
    say('code: 483920')
    return { url, lookThrough: () => {}, close: async () => {} }
  }
  await openShell({ electron: there.electron, clock, openStation })
  expect(there.loaded).toEqual(['data:text/plain;charset=utf-8,code%3A%20483920', url])
})

test('no other site, no second window, no permission, no download', async () => {
  const { page, permission, windowOpened } = await opened()
  const go = (to: string) => {
    const event = stoppable({ url: to })
    page.emit('will-frame-navigate', event)
    return event.stopped ? 'stopped' : 'allowed'
  }
  expect(go(`${url}/kiosk`)).toBe('allowed')
  expect(go('http://127.0.0.1:9999/kiosk')).toBe('stopped')
  expect(go('https://example.com/')).toBe('stopped')
  expect(go('file:///etc/passwd')).toBe('stopped')
  expect(windowOpened(`${url}/kiosk`)).toBe('deny')
  expect(permission('media')).toBe(false)
  const webview = stoppable()
  page.emit('will-attach-webview', webview)
  expect(webview.stopped).toBe(true)
})

test('a crashed, hanging or unloadable page comes back after a pause that grows', async () => {
  const { page, clock, loaded } = await opened()
  page.emit('render-process-gone')
  await clock.advance(1_000)
  expect(loaded).toHaveLength(2)
  page.emit('unresponsive')
  await clock.advance(1_000)
  expect(loaded).toHaveLength(2)
  await clock.advance(1_000)
  expect(loaded).toHaveLength(3)
  page.emit('did-fail-load', {}, -102, 'refused', url, true)
  await clock.advance(4_000)
  expect(loaded).toHaveLength(4)
  await clock.advance(120_000)
  page.emit('render-process-gone')
  await clock.advance(1_000)
  expect(loaded).toHaveLength(5)
})

test('a part of a page that does not load, and a load that another one replaced, change nothing', async () => {
  const { page, clock, loaded } = await opened()
  page.emit('did-fail-load', {}, -102, 'refused', url, false)
  page.emit('did-fail-load', {}, -3, 'aborted', url, true)
  await clock.advance(60_000)
  expect(loaded).toHaveLength(1)
})

test('the window is photographed for its station, small enough to be sent', async () => {
  const { photograph } = await opened()
  const shot = await photograph()
  const bytes = 'jpeg' in shot ? Buffer.byteLength(shot.jpeg, 'base64') : 0
  expect(bytes).toBe((1280 * 720 * 40) / 200)
  expect(bytes).toBeLessThanOrEqual(mostScreenshotBytes)
})

test('nobody closes the window; quitting lets go of the devices first', async () => {
  const { app, window, did, clock } = await opened()
  const byHand = stoppable()
  window.emit('close', byHand)
  expect(byHand.stopped).toBe(true)
  const quit = stoppable()
  app.emit('before-quit', quit)
  expect(quit.stopped).toBe(true)
  await clock.advance(0)
  expect(did.slice(-2)).toEqual(['station closed', 'exit'])
  const byQuit = stoppable()
  window.emit('close', byQuit)
  expect(byQuit.stopped).toBe(false)
})
