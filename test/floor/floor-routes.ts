import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const places: Record<string, string> = { console: '/console', replay: '/floor#replay' }

/** The floor's own pages. Only the demonstration has them: entering without a password is for nobody's real hall. */
export function floorRoutes(
  app: FastifyInstance,
  screensDir: string,
  floor: { enter(login: string): string | undefined; wav(key: string): Uint8Array | undefined },
): void {
  app.register(fastifyStatic, {
    root: screensDir,
    serve: false,
    decorateReply: !app.hasReplyDecorator('sendFile'),
  })
  app.get('/floor', { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', withFrames(reply.getHeader('content-security-policy')))
      .sendFile('test/floor/page/floor.html', screensDir, { maxAge: 0, immutable: false }),
  )
  app.get<{ Params: { key: string } }>('/floor/sounds/:key', { schema: { hide: true } }, (request, reply) => {
    const wav = floor.wav(request.params.key)
    return wav ? reply.type('audio/wav').send(Buffer.from(wav)) : reply.status(404).send()
  })
  app.get<{ Params: { login: string }; Querystring: { to?: string } }>(
    '/floor/enter/:login',
    { schema: { hide: true } },
    (request, reply) => {
      const token = floor.enter(request.params.login)
      if (!token) return reply.status(404).send()
      const to = places[request.query.to ?? ''] ?? '/counter'
      return reply
        .setCookie('jiaohao_session', token, { path: '/', httpOnly: true, sameSite: 'strict' })
        .redirect(to)
    },
  )
}

/** The demonstration's stations serve their pages on other ports of this machine. */
const withFrames = (policy: unknown): string =>
  String(policy ?? '').replace(/frame-src [^;]*/, "frame-src 'self' http://127.0.0.1:* http://localhost:*")
