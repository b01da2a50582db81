import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { demoClerks, demoHall } from '../floor/demo-hall.ts'
import type { DemoClerk } from '../floor/demo-people.ts'

/** The demonstration hall with this many counters; with fewer than eight the last takes every service left over. */
export function sizedHall(counters: number): { setUp: HallSetUp; clerks: DemoClerk[] } {
  const made = Array.from({ length: counters }, (_, i) => {
    const like = demoHall.counters[i % demoHall.counters.length] as HallSetUp['counters'][number]
    return { ...like, id: `c${i + 1}`, no: String(i + 1) }
  })
  const covered = new Set(made.flatMap(({ serviceIds }) => serviceIds))
  const last = made[made.length - 1] as (typeof made)[number]
  const left = demoHall.services.map(({ id }) => id).filter((id) => !covered.has(id))
  made[made.length - 1] = { ...last, serviceIds: [...last.serviceIds, ...left] }
  const clerks = made.map(({ id, no }, i) => {
    const like = demoClerks[i % demoClerks.length] as DemoClerk
    return { ...like, counterId: id, login: `clerk${no}`, no: no.padStart(3, '0') }
  })
  return {
    setUp: {
      ...demoHall,
      counters: made,
      policy: {
        ...demoHall.policy,
        missSpacingSeconds: 20,
        rateableContactSeconds: 30,
        assumedWalkSeconds: 30,
      },
    },
    clerks,
  }
}
