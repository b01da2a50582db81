import { mostScreenshotBytes, type Screenshot } from '@jiaohao/core/contract/inspection.ts'
import { type Refused, refused } from '@jiaohao/core/queue/refused.ts'
import * as z from 'zod'
import type { DevtoolsPipe } from './devtools-pipe.ts'

/** Takes a picture of the station's own page as it stands on the glass; rejects when nobody can say how it looks. */
export type Camera = () => Promise<Screenshot | Refused>

export const longestEdgePx = 1_280
/** Tried in turn until the picture is small enough. */
export const qualities = [60, 40, 25, 10]

const Targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
})
const Attached = z.object({ sessionId: z.string() })
const Metrics = z.object({
  cssLayoutViewport: z.object({ clientWidth: z.number(), clientHeight: z.number() }),
})
const Shot = z.object({ data: z.base64() })

/** The page of this station, and no other: somebody may have led the browser to a clerk's desk. */
export async function photograph(devtools: DevtoolsPipe, stationUrl: string): ReturnType<Camera> {
  const { targetInfos } = Targets.parse(await devtools.ask('Target.getTargets'))
  const pages = targetInfos.filter(({ type }) => type === 'page')
  const page = pages.find(({ url }) => isOwnPage(url, stationUrl))
  if (!page) return refused('otherPage')
  const { targetId } = page
  const { sessionId } = Attached.parse(
    await devtools.ask('Target.attachToTarget', { targetId, flatten: true }),
  )
  try {
    return await smallPicture(devtools, sessionId)
  } finally {
    await devtools.ask('Target.detachFromTarget', { sessionId })
  }
}

async function smallPicture(devtools: DevtoolsPipe, sessionId: string): ReturnType<Camera> {
  const { cssLayoutViewport } = Metrics.parse(await devtools.ask('Page.getLayoutMetrics', {}, sessionId))
  const { clientWidth: width, clientHeight: height } = cssLayoutViewport
  const scale = Math.min(1, longestEdgePx / Math.max(width, height, 1))
  for (const quality of qualities) {
    const params = { format: 'jpeg', quality, clip: { x: 0, y: 0, width, height, scale } }
    const { data } = Shot.parse(await devtools.ask('Page.captureScreenshot', params, sessionId))
    if (Buffer.byteLength(data, 'base64') <= mostScreenshotBytes) return { jpeg: data }
  }
  return refused('noCamera')
}

const isOwnPage = (url: string, stationUrl: string): boolean =>
  URL.canParse(url) && new URL(url).origin === new URL(stationUrl).origin
