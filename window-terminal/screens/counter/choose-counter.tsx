import type { CounterView } from '@jiaohao/core/views/counter.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import './choose-counter.css'

/** A counter as the list shows it before one is chosen; `now` is null until the hall has told. */
export interface CounterChoice {
  id: string
  no: string
  services: string[]
  now: CounterView['counters'][number] | null
}

export interface ChooseProps {
  name: string
  choices: CounterChoice[] | null
  /** The counter this browser was last used at. */
  last: string | null
  problem: string
  underWay: boolean
  onChoose(counterId: string): void
  onSignOut(): void
}

/** Where do you sit today? The last one first under the finger, taken ones said to be taken. */
export function ChooseCounter({ name, choices, last, problem, underWay, onChoose, onSignOut }: ChooseProps) {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const found = (choices ?? []).filter(({ no, services }) =>
    [no, ...services].join(' ').includes(typed.trim()),
  )
  return (
    <main className="choose">
      <header>
        <div>
          <h1>{t('counter.choose.title')}</h1>
          <p>
            {t('counter.choose.hello', { name })} {t('counter.choose.about')}
          </p>
        </div>
        {(choices?.length ?? 0) > 12 && (
          <Input
            value={typed}
            allowClear
            aria-label={t('counter.choose.search')}
            placeholder={t('counter.choose.search')}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <Button onClick={onSignOut}>{t('counter.choose.signOut')}</Button>
      </header>
      <p className="choose-problem" role="alert">
        {problem}
      </p>
      {choices === null && <p className="choose-none">{t('counter.loading')}</p>}
      {choices?.length === 0 && <p className="choose-none">{t('counter.choose.none')}</p>}
      {choices && choices.length > 0 && found.length === 0 && (
        <p className="choose-none">{t('counter.choose.noneFits')}</p>
      )}
      <ul aria-busy={underWay}>
        {found.map((choice) => (
          <li key={choice.id}>
            <Tile choice={choice} name={name} last={choice.id === last} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </main>
  )
}

function Tile({
  choice,
  name,
  last,
  onChoose,
}: {
  choice: CounterChoice
  name: string
  last: boolean
  onChoose(id: string): void
}) {
  const { t } = useTexts()
  const { id, no, services, now } = choice
  const mine = now?.open === true && now.clerkName === name
  const state = !now?.open ? 'free' : mine ? 'mine' : 'taken'
  return (
    <button
      type="button"
      className="choose-tile"
      data-state={state}
      // biome-ignore lint/a11y/noAutofocus: the clerk's usual counter is one Enter away
      autoFocus={last}
      aria-disabled={state === 'taken'}
      onClick={() => onChoose(id)}
    >
      <strong>{no}</strong>
      <span className="choose-state">
        {state === 'taken'
          ? t(now?.clerkName ? 'counter.choose.taken' : 'counter.choose.takenNobody', {
              name: now?.clerkName ?? '',
            })
          : t(`counter.choose.${state}`)}
        {last && state === 'free' && <em>{t('counter.choose.last')}</em>}
      </span>
      <small title={services.join('、')}>
        {services.length > 2
          ? t('counter.choose.services', { first: services[0] ?? '', count: services.length })
          : services.join('、')}
      </small>
    </button>
  )
}
