import type { Answer } from '@jiaohao/core/contract/socket.ts'
import type { Command } from '@jiaohao/core/queue/command.ts'
import type { Reason } from '@jiaohao/core/queue/refused.ts'
import type { CounterView, TicketCard } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useOnce } from '@jiaohao/screen/use-once.ts'
import { useRef, useState } from 'react'
import { commandFor, missNeeds, type Verb, whyNot, whyNotPick } from './verbs.ts'

export type Panel = 'hold' | 'transfer' | 'pause' | 'help' | 'emergency'

/** One line under the ticket: why not, or what was done and how to take it back. */
export interface Told {
  tone: 'no' | 'did'
  text: string
  undo?: { ticketId: string; number: string }
}

export type Desk = ReturnType<typeof useDesk>

/** The clerk's hands: each press becomes at most one command, and every no is said in words. */
export function useDesk(
  view: CounterView,
  nowMs: number,
  online: boolean,
  send: (command: Command) => Promise<Answer>,
) {
  const { t, refusal } = useTexts()
  const [panel, setPanel] = useState<Panel | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const acted = useRef<{ view: CounterView; what: string } | null>(null)
  const { underWay, once } = useOnce((problem) => {
    console.error('command', problem)
    setTold({ tone: 'no', text: refusal('notSaved') })
  })
  const { counterId } = view.sign
  const number = view.current?.number ?? ''

  const no = (text: string) => setTold({ tone: 'no', text })

  /** `what` tells presses apart: the same one again, before the hall has visibly changed, is a double press. */
  const ask = (command: Command, what: string, did: Told | null = null, then?: () => void) => {
    if (!online) return no(t('counter.away'))
    if (acted.current?.view === view && acted.current.what === what) return
    once(async () => {
      setTold(null)
      const answer = await send(asSeen(command, view))
      if ('refused' in answer) return no(inWords(answer.refused))
      acted.current = { view, what }
      setTold(did)
      setPanel(null)
      then?.()
    })
  }

  const inWords = (reason: Reason): string => {
    if (reason === 'callAgainFirst') return missText(view, nowMs, t) || refusal(reason)
    if (reason !== 'counterBusy') return refusal(reason)
    return t(view.sign.state === 'calling' ? 'counter.busyCalling' : 'counter.busy', { number })
  }

  const press = (verb: Verb) => {
    if (verb === panel) return setPanel(null)
    const reason = whyNot(view, verb, nowMs)
    if (reason) return no(inWords(reason))
    if (verb === 'hold' || verb === 'transfer' || verb === 'pause') {
      setTold(null)
      return setPanel(verb)
    }
    ask(commandFor(verb, counterId), verb, outcome(verb))
  }

  const outcome = (verb: Verb): Told | null => {
    if (verb === 'finish' || verb === 'finishAndWrapUp') {
      return { tone: 'did', text: t('counter.did.finished', { number }) }
    }
    if (verb !== 'miss' || !view.current) return null
    const undo = { ticketId: view.current.ticketId, number }
    return { tone: 'did', text: t('counter.did.missed', { number }), undo }
  }

  const pick = (command: 'callTicket' | 'resume', { ticketId }: TicketCard) => {
    const reason = whyNotPick(view)
    if (reason) return no(inWords(reason))
    ask({ command, counterId, ticketId }, `${command} ${ticketId}`)
  }

  const bringBack = ({ ticketId, number: whose }: TicketCard) =>
    ask({ command: 'returnTicket', ticketId }, `return ${ticketId}`, {
      tone: 'did',
      text: t('counter.did.returned', { number: whose }),
    })

  const undoMiss = ({ ticketId, number: whose }: { ticketId: string; number: string }) =>
    ask({ command: 'undoMiss', counterId, ticketId }, `undo ${ticketId}`, {
      tone: 'did',
      text: t('counter.did.undone', { number: whose }),
    })

  const hush = () => setTold(null)

  return {
    online,
    panel,
    open: setPanel,
    told,
    refuse: no,
    hush,
    underWay,
    ask,
    press,
    pick,
    bringBack,
    undoMiss,
  }
}

/** Verbs on the current ticket name it, so that a second tab or a late key never acts on the next citizen. */
function asSeen(command: Command, { current }: CounterView): Command {
  const isOnCurrent = onCurrent.has(command.command) && current !== null
  return isOnCurrent ? ({ ...command, seen: current.ticketId } as Command) : command
}

const onCurrent: ReadonlySet<string> = new Set(['recall', 'start', 'finish', 'miss', 'hold', 'transfer'])

/** What is missing before 过号, in words; '' when nothing is. */
export function missText(
  view: CounterView,
  nowMs: number,
  t: (key: string, facts: Record<string, number>) => string,
  length: 'short' | 'whole' = 'whole',
): string {
  const needs = missNeeds(view, nowMs)
  if (!needs) return ''
  const { calls, seconds } = needs
  if (length === 'short') return t(`counter.short.${calls > 0 ? 'calls' : 'seconds'}`, { calls, seconds })
  const key = calls === 0 ? 'moreSeconds' : seconds === 0 ? 'moreCalls' : 'moreBoth'
  return t(`counter.${key}`, { calls, seconds })
}
