import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { KioskView } from '@jiaohao/core/views/kiosk.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useState } from 'react'

/** What has become of the checklist asked for here. */
export type Printing =
  | { is: 'none' }
  | { is: 'underWay' }
  | { is: 'refused'; reason: Reason }
  | { is: 'printed' | 'failed' | 'unknown'; why: string }

/** Asks for a checklist and follows its paper in the view, as a slip's is followed. */
export function useChecklist(
  { handouts }: Pick<KioskView, 'handouts'>,
  onSend: (command: Command) => Promise<Answer>,
): { printing: Printing; print(itemIds: string[]): void } {
  const { language } = useTexts()
  const [asked, setAsked] = useState<
    { is: 'none' } | { is: 'asking' } | { is: 'refused'; reason: Reason } | { is: 'asked'; handoutId: string }
  >({ is: 'none' })

  const print = async (itemIds: string[]) => {
    setAsked({ is: 'asking' })
    const answer = await onSend({ command: 'printChecklist', itemIds, language })
    setAsked(
      'refused' in answer
        ? { is: 'refused', reason: answer.refused }
        : { is: 'asked', handoutId: answer.done.handoutId ?? '' },
    )
  }

  function printingNow(): Printing {
    if (asked.is === 'asking') return { is: 'underWay' }
    if (asked.is !== 'asked') return asked
    const end = handouts.ended.find(({ handoutId }) => handoutId === asked.handoutId)
    return end ? { is: end.outcome, why: end.why } : { is: 'underWay' }
  }

  return { printing: printingNow(), print: (itemIds) => void print(itemIds) }
}
