/** What people will do, in the order of time; the same instant in the order it was planned. */
export interface Agenda<Act = () => Promise<void>> {
  plan(atMs: number, act: Act): void
  next(): { atMs: number; act: Act } | undefined
}

export function openAgenda<Act = () => Promise<void>>(): Agenda<Act> {
  const plans: { atMs: number; order: number; act: Act }[] = []
  let order = 0
  return {
    plan: (atMs, act) => {
      const plan = { atMs, order: order++, act }
      let low = 0
      let high = plans.length
      while (low < high) {
        const middle = (low + high) >> 1
        const other = plans[middle] as typeof plan
        if (other.atMs > atMs || (other.atMs === atMs && other.order > plan.order)) high = middle
        else low = middle + 1
      }
      plans.splice(low, 0, plan)
    },
    next: () => plans.shift(),
  }
}
