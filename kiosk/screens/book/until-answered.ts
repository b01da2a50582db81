import type { Route } from '@jiaohao/core/contract/route.ts'
import { callRoute, type HttpRefusal } from '@jiaohao/screen/call-route.ts'

const againMs = 2_000
const patienceMs = 10_000

/**
 * Asks until there is an answer, however poor the network: what changes something carries an id, so a repeat is
 * harmless. `onTrouble` hears that it takes longer, and null when the answer is here; `gone` ends it.
 */
export async function untilAnswered<P, Q, B, R>(
  route: Route<P, Q, B, R>,
  ask: { query?: Q; body?: B },
  onTrouble: (sinceMs: number | null) => void,
  gone: () => boolean = () => false,
): Promise<R | HttpRefusal | 'gone'> {
  const sinceMs = Date.now()
  while (!gone()) {
    const impatient = setTimeout(() => onTrouble(sinceMs), patienceMs)
    try {
      const reply = await callRoute(route, ask)
      onTrouble(null)
      return reply
    } catch (problem) {
      console.error(route.path, problem)
      onTrouble(sinceMs)
      await new Promise((resolve) => setTimeout(resolve, againMs))
    } finally {
      clearTimeout(impatient)
    }
  }
  return 'gone'
}
