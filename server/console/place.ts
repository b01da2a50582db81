import type { Role } from '@jiaohao/core/queue/who.ts'

/** Where in the console one is: a page and, on some, a part of it. Kept in the address, so Back works. */
export interface Place {
  page: PageName
  part: string
}

export type PageName = (typeof pages)[number]['name']

const overseers: readonly Role[] = ['administrator', 'supervisor', 'auditor']

/** Every page in the order of the menu, and whose it is; the hub refuses the same on its own. */
const pages = [
  { name: 'today', may: overseers },
  { name: 'report', may: overseers },
  { name: 'tickets', may: overseers },
  { name: 'appointments', may: overseers },
  { name: 'hall', may: overseers },
  { name: 'items', may: overseers },
  { name: 'people', may: ['administrator', 'supervisor'] },
  { name: 'stations', may: overseers },
  { name: 'devices', may: overseers },
  { name: 'audit', may: ['administrator', 'auditor'] },
  { name: 'system', may: overseers },
] as const satisfies readonly { name: string; may: readonly Role[] }[]

export const pagesFor = (roles: readonly Role[]): PageName[] =>
  pages.filter(({ may }) => may.some((role: Role) => roles.includes(role))).map(({ name }) => name)

/** `#/hall/counters` → hall, counters; whatever these roles may not open becomes Today. */
export function placeIn(hash: string, roles: readonly Role[]): Place {
  const [, page = '', part = ''] = /^#\/([a-z]*)\/?([a-z]*)$/.exec(hash) ?? []
  const allowed = pagesFor(roles).find((name) => name === page)
  return allowed ? { page: allowed, part } : { page: 'today', part: '' }
}

export const hashOf = ({ page, part }: Place): string => (part ? `#/${page}/${part}` : `#/${page}`)
