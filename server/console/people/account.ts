import { Staff } from '@jiaohao/core/contract/routes.ts'
import type * as z from 'zod'

/** What an administrator sets of an account; the rest is the hub's. */
export const Account = Staff.omit({ id: true, lockedUntilMs: true, signedInAtMs: true })
export type Account = z.infer<typeof Account>

export const accountOf = ({ login, name, no, post, roles, active, mayChoose }: Staff): Account => ({
  login,
  name,
  no,
  post,
  roles,
  active,
  mayChoose,
})

export const freshAccount: Account = {
  login: '',
  name: '',
  no: '',
  post: '',
  roles: ['clerk'],
  active: true,
  mayChoose: true,
}

/** Where a one-time link leads: a clerk to the counter page, everybody else here. */
export const passwordLink = (origin: string, { roles }: Account, token: string): string =>
  `${origin}${roles.some((role) => role !== 'clerk') ? '/console' : '/counter'}#password=${token}`
