import { routes } from '@jiaohao/core/contract/routes.ts'
import type { FastifyInstance } from 'fastify'

const passed = [routes.guide, routes.guideItems, routes.guideItem, routes.guideImage]
const answerWithinMs = 4_000
const mostKept = 200
const mostKeptBytes = 256 * 1024

interface Kept {
  type: string
  bytes: Buffer
}

/**
 * The guide 办事指南 on the station's own address, so that a page finds it where it finds everything else. Only
 * what is public passes; what was read lately is still told while the hub is away.
 */
export function passGuide(app: FastifyInstance, hubUrl: string): void {
  const kept = new Map<string, Kept>()

  for (const { path } of passed) {
    app.get(path, async (request, reply) => {
      const answer = await asked(new URL(request.url, hubUrl))
      if (answer === 'away') {
        const before = kept.get(request.url)
        if (before) return reply.type(before.type).send(before.bytes)
        return reply.code(503).send({ refused: 'notSaved' })
      }
      const { status, type, bytes } = answer
      if (status === 200 && bytes.length <= mostKeptBytes) keep(request.url, { type, bytes })
      return reply.code(status).type(type).send(bytes)
    })
  }

  /** The oldest goes first. */
  function keep(url: string, answer: Kept): void {
    kept.delete(url)
    kept.set(url, answer)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }
}

async function asked(url: URL): Promise<(Kept & { status: number }) | 'away'> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs), redirect: 'error' })
    const bytes = Buffer.from(await response.arrayBuffer())
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? 'application/json',
      bytes,
    }
  } catch {
    return 'away'
  }
}
