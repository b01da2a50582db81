import type { Command } from '@jiaohao/core/queue/command.ts'
import { paused } from '@jiaohao/core/text/panel.ts'
import type { CounterSign } from '@jiaohao/core/views/window.ts'
import type { Key } from '@jiaohao/drivers/keypad/profile.ts'

/**
 * What a key asks of the hub, in order. Nothing when it has no meaning now: a transfer needs a place to go to,
 * which nine keys cannot name, so it is the counter page's; what is held from the page is called back there.
 */
export function commandsOf(key: Key, sign: CounterSign, heldTicketId: string | undefined): Command[] {
  const { counterId, state } = sign
  const seen = sign.ticketId ?? undefined
  switch (key) {
    case 'callNext':
      // A keypad has no key to finish with: the next citizen ends the one before.
      return [{ command: 'callNext', counterId, finishCurrent: true, seen }]
    case 'recall':
      return [{ command: 'recall', counterId, seen }]
    case 'requestRating':
      return [{ command: 'finish', counterId, wrapUp: false, seen }]
    case 'pause':
      return state === 'paused'
        ? [{ command: 'resumeCounter', counterId }]
        : [{ command: 'pauseCounter', counterId, reason: paused }]
    case 'giveUp':
      return [{ command: 'miss', counterId, seen }]
    case 'hold': {
      const hold: Command = { command: 'hold', counterId, kind: 'withoutPapers', note: '', seen }
      return state === 'calling' ? [{ command: 'start', counterId, seen }, hold] : [hold]
    }
    case 'callBack':
      return heldTicketId === undefined ? [] : [{ command: 'resume', counterId, ticketId: heldTicketId }]
    case 'transfer':
    case 'cancel':
      return []
  }
}
