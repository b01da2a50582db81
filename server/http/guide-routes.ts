import { routes } from '@jiaohao/core/contract/routes.ts'
import type { FastifyInstance } from 'fastify'
import { openGuide } from '../items/guide.ts'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** The guide 办事指南, for anybody: what is published, and nothing else. */
export function guideRoutes(app: FastifyInstance, { catalogue, itemImages }: Parts, whoAsks: WhoAsks): void {
  const guide = openGuide(catalogue)

  serve(app, whoAsks, routes.guide, () => guide.home())
  serve(app, whoAsks, routes.guideItems, ({ query }) => guide.list(query))
  serve(app, whoAsks, routes.guideItem, ({ params }) => {
    const item = guide.item(params.id)
    if ('refused' in item) throw new HttpRefused(item.refused)
    return item
  })
  serve(app, whoAsks, routes.guideImage, ({ params, reply }) => {
    const image = itemImages.read(params.id)
    if (!image) throw new HttpRefused('unknownItem')
    // The name is the hash of the bytes, so what it names never changes.
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type(image.type)
      .serializer((bytes: unknown) => bytes as string)
      .send(image.bytes)
  })
}
