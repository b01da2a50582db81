import { SearchOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import type { Destination } from './destinations.ts'

interface Props {
  hint: string
  typed: string
  onTyped(text: string): void
  found: Destination[]
  chosen: string | null
  onChoose(id: string): void
}

/** Typing narrows, arrows choose, names stand in full. */
export function DestinationList({ hint, typed, onTyped, found, chosen, onChoose }: Props) {
  const { t } = useTexts()
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = found.findIndex(({ id }) => id === chosen)
    const next = found[Math.max(0, Math.min(found.length - 1, at + step))]
    if (next) onChoose(next.id)
  }
  return (
    <>
      <Input
        data-first
        prefix={<SearchOutlined />}
        value={typed}
        maxLength={40}
        placeholder={hint}
        aria-label={hint}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={move}
      />
      <ul className="transfer-list" aria-label={hint}>
        {found.map(({ id, name, waiting, open }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              ref={id === chosen ? inSight : undefined}
              onClick={() => onChoose(id)}
            >
              <span>{name}</span>
              <small>
                {waiting !== null
                  ? t('counter.transfer.waiting', { count: waiting })
                  : open
                    ? ''
                    : t('counter.transfer.closed')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const inSight = (row: HTMLElement | null) => row?.scrollIntoView({ block: 'nearest' })
