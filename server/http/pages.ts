import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The built pages by their address: what `dist/screens` holds of each app. */
const pages: Record<string, string> = {
  '/kiosk': 'kiosk/screens/kiosk.html',
  '/phone': 'kiosk/screens/phone.html',
  '/guide': 'kiosk/screens/guide.html',
  '/book': 'kiosk/screens/book/book.html',
  '/counter': 'window-terminal/screens/counter.html',
  '/evaluator': 'window-terminal/screens/evaluator.html',
  '/board': 'hall-display/screens/board.html',
  '/console': 'server/console/console.html',
}

/** Serves the pages and their assets, nothing else of the disk. */
export async function servePages(app: FastifyInstance, screensDir: string): Promise<void> {
  if (!existsSync(join(screensDir, 'assets'))) {
    app.log.warn(`no built screens in ${screensDir}: run "pnpm run build"`)
    return
  }
  await app.register(fastifyStatic, {
    root: join(screensDir, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '30d',
  })
  for (const [path, file] of Object.entries(pages)) {
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(file, screensDir, { maxAge: 0, immutable: false }),
    )
  }
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/console'))
}
