import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Level } from '@jiaohao/core/queue/state.ts'
import type { AskingNow } from '@jiaohao/core/views/window.ts'
import { useOnce } from '@jiaohao/screen/use-once.ts'
import { useEffect, useState } from 'react'
import { asksWhy, legOf, type Rating, ratingNow, type Said, saidFor } from './rating.ts'

const saidForMs = 4_000

/** One question, one press, perhaps a reason, thanks. The mark is safe from the press on. */
export function useRating(
  asking: AskingNow | null,
  nowMs: number,
  send: (command: Command) => Promise<Answer>,
) {
  const [own, setOwn] = useState<Rating>({ is: 'resting' })
  const [done, setDone] = useState<string | null>(null)
  const { once } = useOnce((problem) => {
    console.error('rating', problem)
    setOwn({ is: 'resting' })
  })
  const rating = ratingNow(own, asking, done, nowMs)

  const saidLeg = rating.is === 'said' ? legOf(rating.asking) : null
  useEffect(() => {
    if (saidLeg === null) return
    const timer = setTimeout(() => setOwn({ is: 'resting' }), saidForMs)
    return () => clearTimeout(timer)
  }, [saidLeg])

  const say = (about: AskingNow, said: Said) => setOwn({ is: 'said', asking: about, said })

  const press = (level: Level) => {
    if (rating.is !== 'asked') return
    const about = rating.asking
    const { ticketId, leg, nonce } = about
    once(async () => {
      setOwn({ is: 'sending', asking: about, level })
      const answer = await send({ command: 'rate', ticketId, leg, level, nonce })
      const said = 'refused' in answer ? saidFor(answer.refused) : null
      if (said !== 'notTaken') setDone(legOf(about))
      if (said) say(about, said)
      else if (asksWhy(level)) setOwn({ is: 'explain', asking: about, level, problem: null })
      else say(about, 'thanks')
    })
  }

  const explain = (codes: string[], text: string) => {
    if (rating.is !== 'explain') return
    const { asking: about, level } = rating
    const { ticketId, leg, nonce } = about
    if (codes.length === 0 && text.trim() === '') return say(about, 'thanks')
    once(async () => {
      const answer = await send({ command: 'explainRating', ticketId, leg, nonce, codes, text: text.trim() })
      if ('refused' in answer && answer.refused === 'invalid')
        setOwn({ is: 'explain', asking: about, level, problem: answer.refused })
      else say(about, 'thanks')
    })
  }

  /** The citizen has nothing to add, or has walked away. */
  const skip = () => {
    if (rating.is === 'explain') say(rating.asking, 'thanks')
  }

  return { rating, press, explain, skip }
}
