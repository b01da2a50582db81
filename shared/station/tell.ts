import type { Clock } from '@jiaohao/core/clock.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { HubLink } from './hub-link.ts'

/** Tells the hub what happened here until it has it on record; told again under the same id it stays one thing. */
export type Tell = (command: Command, id?: string) => Promise<void>

/** News that cannot be delivered gives way, oldest first, when this much has gathered. */
const mostUnsaid = 500
const againAfterMs = 5_000

export function openTell(link: HubLink, clock: Clock): Tell {
  const underWay = new Set<symbol>()
  return async (command, id) => {
    const news = Symbol(id)
    underWay.add(news)
    for (const oldest of underWay) {
      if (underWay.size <= mostUnsaid) break
      underWay.delete(oldest)
    }
    while (underWay.has(news)) {
      const answer = await link.send(command, { ...(id && { id }), withinMs: againAfterMs * 2 })
      // Anything else is for ever: done, or refused because the hall has moved on.
      const later =
        answer === 'unanswered' ||
        ('refused' in answer && (answer.refused === 'notSaved' || answer.refused === 'tooMuch'))
      if (!later) break
      if (link.closed()) break
      await new Promise<void>((done) => clock.after(againAfterMs, done))
    }
    underWay.delete(news)
  }
}
