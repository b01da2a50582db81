import type { CounterView, TicketCard } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { clockText, minutesBetween } from './clock-text.ts'
import { type RowAct, TicketList } from './ticket-list.tsx'
import type { Desk } from './use-desk.ts'
import { whyNotPick } from './verbs.ts'

/** Who waits, who is on hold, who was missed; each with what can be done from here. */
export function Lists({ view, nowMs, desk }: { view: CounterView; nowMs: number; desk: Desk }) {
  const { t } = useTexts()
  const dim = whyNotPick(view) !== null
  const minutes = (fromMs: number | null) =>
    t('counter.lists.minutes', { minutes: minutesBetween(fromMs, nowMs) })
  const more = view.waitingTotal > view.waiting.length
  const missedActs = (card: TicketCard): RowAct[] => [
    { label: t('counter.lists.return'), dim: false, act: desk.bringBack },
    ...(card.counterNo === view.sign.no
      ? [{ label: t('counter.lists.undoMiss'), dim: false, act: desk.undoMiss }]
      : []),
  ]
  return (
    <>
      <TicketList
        name={t('counter.lists.waiting')}
        total={view.waitingTotal}
        cards={view.waiting}
        nobody={t('counter.lists.nobodyWaits')}
        about={(card) => minutes(card.queuedAtMs)}
        acts={() => [{ label: t('counter.lists.call'), dim, act: (card) => desk.pick('callTicket', card) }]}
        foot={more && t('counter.lists.firstOf', { shown: view.waiting.length, total: view.waitingTotal })}
      />
      <TicketList
        name={t('counter.lists.held')}
        total={view.held.length}
        cards={view.held}
        nobody={t('counter.lists.nothingHeld')}
        about={(card) =>
          `${t(`counter.hold.${card.holdKind ?? 'waiting'}`)} ${clockText(nowMs - (card.heldSinceMs ?? nowMs))}`
        }
        acts={() => [{ label: t('counter.lists.resume'), dim, act: (card) => desk.pick('resume', card) }]}
      />
      <TicketList
        name={t('counter.lists.missed')}
        total={view.missed.length}
        cards={view.missed}
        nobody={t('counter.lists.nobodyMissed')}
        about={(card) => minutes(card.lastCalledAtMs)}
        acts={missedActs}
      />
    </>
  )
}

/** F9 goes round the lists that have rows: the first row's first button takes the focus. */
export function focusNextList(root: Document): void {
  const lists = [...root.querySelectorAll<HTMLElement>('.ticket-list[data-empty="false"]')]
  const at = lists.findIndex((each) => each.contains(root.activeElement))
  lists[(at + 1) % Math.max(1, lists.length)]?.querySelector<HTMLElement>('li button')?.focus()
}
