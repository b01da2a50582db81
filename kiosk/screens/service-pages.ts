import type { KioskService } from '@jiaohao/core/views/kiosk.ts'

/** One screenful of tiles; `department` is '' where all services stand together. */
export interface ServicePage {
  department: string
  services: KioskService[]
}

/** More pages than a citizen leafs through. */
const mostPlain = 3

/** A short list stands in its own order; a long one department by department, so that it is found, not leafed through. */
export function pagesOf(services: KioskService[], perPage: number): ServicePage[] {
  const plain = inPages('', services, perPage)
  if (plain.length <= mostPlain) return plain
  const departments = new Map<string, KioskService[]>()
  for (const service of services) {
    const there = departments.get(service.department)
    if (there) there.push(service)
    else departments.set(service.department, [service])
  }
  return [...departments].flatMap(([department, all]) => inPages(department, all, perPage))
}

/** The departments in the order of their first page. */
export const departmentsOf = (pages: ServicePage[]): string[] => [
  ...new Set(pages.map((page) => page.department)),
]

const inPages = (department: string, services: KioskService[], perPage: number): ServicePage[] =>
  Array.from({ length: Math.ceil(services.length / perPage) }, (_, page) => ({
    department,
    services: services.slice(page * perPage, (page + 1) * perPage),
  }))
