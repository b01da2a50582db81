import { PassThrough } from 'node:stream'
import { mostScreenshotBytes } from '@jiaohao/core/contract/inspection.ts'
import { expect, test } from 'vitest'
import { photograph } from './camera.ts'
import { openDevtoolsPipe } from './devtools-pipe.ts'

const station = 'http://127.0.0.1:8081'

/** The browser's end of the two pipes: what it was asked, and a way to answer as it would. */
function browser(answer: (method: string, params: Record<string, unknown>) => object | undefined) {
  const patience: (() => void)[] = []
  const clock = {
    now: () => 0,
    after: (_ms: number, run: () => void) => {
      patience.push(run)
      return () => {}
    },
  }
  const [to, from] = [new PassThrough(), new PassThrough()]
  const asked: { method: string; params: Record<string, unknown>; sessionId?: string }[] = []
  to.on('data', (bytes: Buffer) => {
    for (const line of bytes.toString().split('\0').filter(Boolean)) {
      const ask = JSON.parse(line)
      asked.push(ask)
      const said = answer(ask.method, ask.params)
      if (said) from.write(`${JSON.stringify({ id: ask.id, ...said })}\0`)
    }
  })
  const losePatience = () => {
    for (const run of patience) run()
  }
  return { losePatience, asked, from, pipe: openDevtoolsPipe(to, from, clock) }
}

/** A browser with these pages, whose pictures of a quality have so many bytes. */
function withPages(urls: string[], bytesAt: (quality: number) => number) {
  return browser((method, params) => {
    switch (method) {
      case 'Target.getTargets':
        return { result: { targetInfos: urls.map((url, i) => ({ targetId: `t${i}`, type: 'page', url })) } }
      case 'Target.attachToTarget':
        return { result: { sessionId: `session of ${params.targetId}` } }
      case 'Page.getLayoutMetrics':
        return { result: { cssLayoutViewport: { clientWidth: 1080, clientHeight: 1920 } } }
      case 'Page.captureScreenshot':
        return { result: { data: Buffer.alloc(bytesAt(Number(params.quality)), 1).toString('base64') } }
      default:
        return { result: {} }
    }
  })
}

test('the station’s own page is photographed, its longest edge 1280 dots, and let go of again', async () => {
  const { asked, pipe } = withPages(['chrome://newtab/', `${station}/kiosk`], () => 9)
  expect(await photograph(pipe, station)).toEqual({ jpeg: Buffer.alloc(9, 1).toString('base64') })
  expect(asked.map(({ method }) => method)).toEqual([
    'Target.getTargets',
    'Target.attachToTarget',
    'Page.getLayoutMetrics',
    'Page.captureScreenshot',
    'Target.detachFromTarget',
  ])
  expect(asked[3]).toMatchObject({
    sessionId: 'session of t1',
    params: { format: 'jpeg', clip: { width: 1080, height: 1920, scale: 1280 / 1920 } },
  })
})

test('a picture that is too large is taken again with less quality, and not sent when nothing helps', async () => {
  const smaller = withPages([`${station}/board`], (quality) => mostScreenshotBytes + quality - 40)
  expect(await photograph(smaller.pipe, station)).toHaveProperty('jpeg')
  expect(smaller.asked.filter(({ method }) => method === 'Page.captureScreenshot')).toHaveLength(2)
  const hopeless = withPages([`${station}/board`], () => mostScreenshotBytes + 1)
  expect(await photograph(hopeless.pipe, station)).toEqual({ refused: 'noCamera' })
})

test.each([
  'http://10.0.0.5:8080/counter',
  'http://127.0.0.1:8082/kiosk',
  'https://example.com/',
  'data:text/plain,x',
])('a browser led to %s is not photographed', async (url) => {
  const { asked, pipe } = withPages([url], () => 9)
  expect(await photograph(pipe, station)).toEqual({ refused: 'otherPage' })
  expect(asked).toHaveLength(1)
})

test('answers that come split, glued or among events find who asked', async () => {
  const { from, pipe } = browser(() => undefined)
  const answers = Promise.all([pipe.ask('one'), pipe.ask('two')])
  const bytes = Buffer.from(
    ['{"method":"Target.targetCreated"}', '{"id":2,"result":{"two":"二"}}', '{"id":1,"result":{"one":1}}']
      .map((line) => `${line}\0`)
      .join(''),
  )
  for (const byte of bytes) from.write(Buffer.of(byte))
  expect(await answers).toEqual([{ one: 1 }, { two: '二' }])
})

test('a browser that refuses, is silent, or ends is an error to whoever asked, and to nobody else', async () => {
  const refusing = browser(() => ({ error: { message: 'no such target' } }))
  await expect(refusing.pipe.ask('x')).rejects.toThrow('no such target')
  const silent = browser(() => undefined)
  const asked = silent.pipe.ask('Page.captureScreenshot')
  const said = expect(asked).rejects.toThrow('no answer to Page.captureScreenshot')
  silent.losePatience()
  await said
  const ending = silent.pipe.ask('y')
  silent.from.end()
  await expect(ending).rejects.toThrow('the browser has ended')
  await expect(silent.pipe.ask('z')).rejects.toThrow('the browser has ended')
})

test('an answer without end is not kept', async () => {
  const { from, pipe } = browser(() => undefined)
  const asked = expect(pipe.ask('x')).rejects.toThrow('an answer without end')
  for (let mb = 0; mb < 9 && !from.destroyed; mb += 1) from.write(Buffer.alloc(1024 * 1024, 'x'))
  await asked
})
