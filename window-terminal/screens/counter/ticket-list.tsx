import { fileOf, languageIn, usualLanguage } from '@jiaohao/core/text/language.ts'
import type { TicketCard } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { TicketNumber } from '@jiaohao/screen/ticket-number.tsx'
import type { KeyboardEvent, ReactNode } from 'react'
import './ticket-list.css'

export interface RowAct {
  label: string
  act(card: TicketCard): void
  /** Pale, because it would be refused now; a press says why. */
  dim: boolean
}

interface TicketList {
  name: string
  total: number
  cards: TicketCard[]
  nobody: string
  about(card: TicketCard): string
  acts(card: TicketCard): RowAct[]
  foot?: ReactNode
}

/** One of the three lists; arrows move between its rows, Enter does the first thing a row offers. */
export function TicketList({ name, total, cards, nobody, about, acts, foot }: TicketList) {
  return (
    <section className="ticket-list" data-empty={cards.length === 0} aria-label={name}>
      <h2>
        {name}
        <span>{total === 0 ? nobody : total}</span>
      </h2>
      {cards.length > 0 && (
        <ul onKeyDown={move}>
          {cards.map((card) => (
            <Row key={card.ticketId} card={card} about={about(card)} acts={acts(card)} />
          ))}
          {foot && <li className="ticket-list-foot">{foot}</li>}
        </ul>
      )}
    </section>
  )
}

function Row({ card, about, acts }: { card: TicketCard; about: string; acts: RowAct[] }) {
  const { t } = useTexts()
  return (
    <li>
      <TicketNumber number={card.number} />
      <span className="ticket-list-service">
        {card.serviceName}
        {card.priority && <em>{card.priority.name}</em>}
        {card.appointment && <em>{t('counter.lists.appointment')}</em>}
        {card.language !== usualLanguage && <em>{fileOf(languageIn(card.language)).name}</em>}
        {card.needs.map((need) => (
          <em key={need}>{t(`needs.${need}`)}</em>
        ))}
        {card.items.length > 0 && <small>{card.items.join('、')}</small>}
        {card.note && <small>{card.note}</small>}
      </span>
      <span className="ticket-list-about">{about}</span>
      <span className="ticket-list-acts">
        {acts.map(({ label, act, dim }) => (
          <button
            key={label}
            type="button"
            aria-disabled={dim}
            aria-label={`${label} ${card.number}`}
            onClick={() => act(card)}
          >
            {label}
          </button>
        ))}
      </span>
    </li>
  )
}

function move(event: KeyboardEvent<HTMLUListElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const firsts = [...event.currentTarget.querySelectorAll<HTMLElement>('li button:first-child')]
  const row = document.activeElement?.closest('li')
  const at = firsts.findIndex((each) => each.closest('li') === row)
  firsts[at + step]?.focus()
}
