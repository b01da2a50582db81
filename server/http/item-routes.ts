import { mostFileBytes } from '@jiaohao/core/contract/items.ts'
import { routes } from '@jiaohao/core/contract/routes.ts'
import { nameOf, type Who } from '@jiaohao/core/queue/who.ts'
import type { FastifyInstance } from 'fastify'
import type { Wrote } from '../items/catalogue.ts'
import { itemsFile } from '../items/items-file.ts'
import type { Parts } from '../parts.ts'
import { HttpRefused, serve, type WhoAsks } from './serve.ts'

/** The catalogue as administrators write it. */
export function itemRoutes(app: FastifyInstance, parts: Parts, whoAsks: WhoAsks): void {
  const { catalogue, itemImages, imports, audit } = parts
  const name = (who: Who | undefined) => (who ? nameOf(who) : 'unknown')

  function saved(wrote: Wrote, who: Who | undefined, what: string, detail: object = {}) {
    if ('problems' in wrote) throw new HttpRefused('invalid', wrote.problems)
    if ('refused' in wrote) throw new HttpRefused(wrote.refused)
    audit.note(name(who), what, { item: wrote.id, ...detail })
    if (what === 'publishItem' || what === 'withdrawItem') parts.applySetUp()
    return wrote
  }

  serve(app, whoAsks, routes.listItems, () => catalogue.rows())
  serve(app, whoAsks, routes.readItem, ({ params }) => {
    const file = catalogue.file(params.id)
    if ('refused' in file) throw new HttpRefused(file.refused)
    return file
  })
  serve(app, whoAsks, routes.addItem, ({ body, who }) =>
    saved(catalogue.add(body.item, name(who)), who, 'writeItem', { name: body.item.name }),
  )
  serve(app, whoAsks, routes.writeItem, ({ params, body, who }) =>
    saved(catalogue.write(params.id, body.revision, body.item, name(who)), who, 'writeItem', {
      name: body.item.name,
    }),
  )
  serve(app, whoAsks, routes.publishItem, ({ params, body, who }) =>
    saved(catalogue.publish(params.id, body.revision, name(who)), who, 'publishItem'),
  )
  serve(app, whoAsks, routes.withdrawItem, ({ params, body, who }) =>
    saved(catalogue.withdraw(params.id, body.revision, name(who)), who, 'withdrawItem'),
  )
  serve(app, whoAsks, routes.restoreItem, ({ params, body, who }) =>
    saved(catalogue.restore(params.id, params.version, body.revision, name(who)), who, 'restoreItem', {
      version: params.version,
    }),
  )
  serve(app, whoAsks, routes.addItemImage, ({ body }) => {
    const image = itemImages.add(Buffer.from(body.bytes, 'base64'))
    if ('refused' in image) throw new HttpRefused(image.refused)
    return image
  })

  const files = { max: 60, timeWindow: '1 minute' }
  const mostBodyBytes = Math.ceil(mostFileBytes / 3) * 4 + 4_096

  serve(app, whoAsks, routes.itemsFile, async ({ query, reply }) => {
    const file = await itemsFile(catalogue, query.as, query.what)
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .type(file.type)
      .serializer((bytes: unknown) => bytes as string)
      .send(Buffer.from(file.bytes))
  })
  serve(
    app,
    whoAsks,
    routes.previewImport,
    async ({ body }) => {
      const preview = await imports.preview(Buffer.from(body.bytes, 'base64'))
      if ('refused' in preview) throw new HttpRefused(preview.refused)
      return preview
    },
    files,
    mostBodyBytes,
  )
  serve(
    app,
    whoAsks,
    routes.importItems,
    async ({ body, who }) => {
      const bytes = Buffer.from(body.bytes, 'base64')
      const done = await imports.commit({ ...body, bytes }, name(who))
      if ('refused' in done) throw new HttpRefused(done.refused)
      if ('problems' in done) {
        throw new HttpRefused(
          'invalid',
          done.problems.map(({ row, column, problem }) => ({ path: `${row}.${column}`, problem })),
        )
      }
      audit.note(name(who), 'importItems', { import: done.id, file: body.name, publish: body.publish })
      parts.applySetUp()
      return done
    },
    files,
    mostBodyBytes,
  )
  serve(app, whoAsks, routes.listImports, () => imports.list())
  serve(app, whoAsks, routes.undoImport, ({ params, who }) => {
    const undone = imports.undo(params.id, name(who))
    if ('refused' in undone) throw new HttpRefused(undone.refused)
    audit.note(name(who), 'undoImport', { import: params.id })
    parts.applySetUp()
    return undone
  })
}
