import type { Clock } from '@jiaohao/core/clock.ts'
import type { CitizenTexts } from '@jiaohao/core/text/citizen-texts.ts'
import { fileOf, inEach, languages } from '@jiaohao/core/text/language.ts'
import type { BoardView } from '@jiaohao/core/views/board.ts'
import type { Call } from '@jiaohao/drivers/voice/queue.ts'

/** A pause older than this is read on the screens; a station that comes back does not say it again. */
const pauseIsNewsMs = 90_000

/**
 * What a zone's loudspeaker says of the hall itself: the order to leave again and again, a pause once. Each language
 * is a sentence of its own, so that a voice that lacks one still says the other.
 */
export function openStandingVoice({
  clock,
  clockOffsetMs,
  say,
}: {
  clock: Clock
  clockOffsetMs: () => number
  say: (call: Call) => void
}) {
  let cancel: (() => void) | undefined
  let saidPause = ''

  function order(id: string, what: keyof CitizenTexts['standing']): void {
    for (const language of languages) {
      const { said } = fileOf(language).citizen.standing[what]
      const alone = { ...inEach(() => ''), [language]: said }
      say({ id: `${id} ${language}`, number: '', counter: '', order: alone, recall: 0, atMs: clock.now() })
    }
  }

  function leave(everyMs: number): void {
    order('leave', 'leave')
    cancel = clock.after(everyMs, () => leave(everyMs))
  }

  return {
    heed({ hall: { standing }, leaveEverySeconds }: BoardView): void {
      if (standing.is === 'evacuated') {
        if (!cancel) leave(leaveEverySeconds * 1_000)
        return
      }
      cancel?.()
      cancel = undefined
      if (standing.is === 'open') return
      const pause = `${standing.sinceMs} ${standing.reason}`
      const isNews = clock.now() + clockOffsetMs() - standing.sinceMs < pauseIsNewsMs
      if (pause !== saidPause && isNews) order(pause, 'paused')
      saidPause = pause
    },
    close: () => cancel?.(),
  }
}
