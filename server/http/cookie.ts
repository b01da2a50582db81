import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

const name = 'jiaohao_session'

/** Strict same-site and invisible to scripts; `secure` only where the hall has TLS, or a LAN hub could not sign anybody in. */
export function setSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(name, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  })
}

export const clearSession = (reply: FastifyReply): void => void reply.clearCookie(name, { path: '/' })

export const sessionOf = (request: FastifyRequest): string | undefined => request.cookies[name]

/** The session of a raw `cookie` header, as a socket's handshake brings it. */
export function sessionIn(header: string | undefined): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name) return value
  }
  return undefined
}
