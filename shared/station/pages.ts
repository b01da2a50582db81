import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'

/** The pages a station serves, and where the build puts them. */
const pages = {
  kiosk: 'kiosk/screens/kiosk.html',
  evaluator: 'window-terminal/screens/evaluator.html',
  board: 'hall-display/screens/board.html',
} as const

export type PageName = keyof typeof pages

/** Where `pnpm run build` puts them. */
export const builtScreens = resolve(import.meta.dirname, '../../dist/screens')

const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "connect-src 'self' ws:",
  "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')

/** The pages and their assets, nothing else of the disk, for browsers of this machine alone. */
export function openPages(screensDir: string, first: PageName): FastifyInstance {
  const app = Fastify({ logger: false })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    if (!isOwnOrigin(request.headers)) return reply.code(403).send('only for this machine')
  })
  app.get('/', (_request, reply) => reply.redirect(`/${first}`))
  const assets = join(screensDir, 'assets')
  if (!existsSync(assets)) {
    const missing = `there are no built screens in ${screensDir}: run "pnpm run build"`
    for (const name of Object.keys(pages)) app.get(`/${name}`, (_, reply) => reply.code(503).send(missing))
    return app
  }
  app.register(fastifyStatic, { root: assets, prefix: '/assets/', immutable: true, maxAge: '30d' })
  for (const [name, file] of Object.entries(pages)) {
    app.get(`/${name}`, (_, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(file, screensDir, { maxAge: 0, immutable: false }),
    )
  }
  return app
}

/**
 * Another site that points its name at 127.0.0.1, and a page of another site, are both turned away: neither the
 * Host nor the Origin may be anything but this machine's own name.
 */
export function isOwnOrigin({
  host,
  origin,
}: {
  host?: string | undefined
  origin?: string | undefined
}): boolean {
  if (!host || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false
  return !origin || origin === `http://${host}`
}
