import type { Answer } from '@jiaohao/core/contract/socket.ts'

const most = 10_000

/**
 * The newest refusals, so that a repeated command id gets the first answer even when that was a no. Kept in
 * memory alone: a refusal writes nothing, or anybody could fill the disk.
 */
export function recentAnswers() {
  const answers = new Map<string, Answer>()
  const keyOf = (asker: string, id: string) => `${asker} ${id}`
  return {
    get: (asker: string, id: string): Answer | undefined => answers.get(keyOf(asker, id)),
    put: (asker: string, id: string, answer: Answer): void => {
      answers.set(keyOf(asker, id), answer)
      const oldest = answers.size > most ? answers.keys().next() : undefined
      if (oldest && !oldest.done) answers.delete(oldest.value)
    },
  }
}
