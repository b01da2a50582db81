import type { Target } from '@jiaohao/core/queue/command.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'

/** One place a ticket can be sent to, and how a list shows it. */
export interface Destination {
  id: string
  name: string
  waiting: number | null
  open: boolean
  target(serviceId: string): Target
}

export type Way = 'service' | 'counter' | 'clerk'

/** Where this ticket may go that way: other services, other counters, or clerks on duty elsewhere. */
export function destinations(view: CounterView, way: Way): Destination[] {
  const { current, sign } = view
  if (way === 'service') {
    return view.services
      .filter(({ id }) => id !== current?.serviceId)
      .map(({ id, name, waiting }) => ({
        id,
        name,
        waiting,
        open: true,
        target: () => ({ to: 'service', serviceId: id }),
      }))
  }
  const elsewhere = view.counters.filter(({ id }) => id !== sign.counterId)
  /** A clerk is reached at the counter they sit at: the view names them, not their account. */
  const found = way === 'clerk' ? elsewhere.filter(({ clerkName }) => clerkName !== '') : elsewhere
  return found.map(({ id, no, open, clerkName }) => ({
    id,
    name: way === 'clerk' ? `${clerkName} · ${no}` : clerkName ? `${no} · ${clerkName}` : no,
    waiting: null,
    open,
    target: (serviceId) => ({ to: 'counter', counterId: id, serviceId }),
  }))
}

/** Those whose name holds every word typed; a counter number typed in full comes first. */
export function matching(all: Destination[], typed: string): Destination[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  return all
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => Number(startsWith(b, words)) - Number(startsWith(a, words)))
}

const startsWith = ({ name }: Destination, words: string[]): boolean =>
  words[0] !== '' && name.split(' ')[0]?.toLowerCase() === words[0]
