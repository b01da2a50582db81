import type { Clock } from '@jiaohao/core/clock.ts'
import { standing as en } from '@jiaohao/core/text/en/standing.ts'
import type { Wording } from '@jiaohao/core/text/wording.ts'
import { standing as zh } from '@jiaohao/core/text/zh-CN/standing.ts'
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

  function order(id: string, words: Wording): void {
    for (const language of ['zh-CN', 'en'] as const) {
      const alone: Wording = { 'zh-CN': '', en: '', [language]: words[language] }
      say({ id: `${id} ${language}`, number: '', counter: '', order: alone, recall: 0, atMs: clock.now() })
    }
  }

  function leave(everyMs: number): void {
    order('leave', { 'zh-CN': zh.leave.said, en: en.leave.said })
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
      if (pause !== saidPause && isNews) order(pause, { 'zh-CN': zh.paused.said, en: en.paused.said })
      saidPause = pause
    },
    close: () => cancel?.(),
  }
}
