import { CloseOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import './panel.css'

/** What a verb still wants to know, in the place of the lists; the ticket and the keys stay in sight. */
export function Panel({
  title,
  about,
  onClose,
  children,
}: {
  title: string
  about?: string
  onClose(): void
  children: ReactNode
}) {
  const { t } = useTexts()
  const root = useRef<HTMLElement>(null)
  useEffect(() => {
    const first = root.current?.querySelector<HTMLElement>('[data-first]')
    first?.focus()
  }, [])
  return (
    <section className="panel" ref={root} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Button type="text" icon={<CloseOutlined />} onClick={onClose}>
          {t('counter.close')}
        </Button>
      </header>
      {about && <p className="panel-about">{about}</p>}
      {children}
    </section>
  )
}

/** A choice with its digit. */
export function Choice({
  digit,
  name,
  about,
  first = false,
  onChoose,
}: {
  digit: number
  name: string
  about?: string
  first?: boolean
  onChoose(): void
}) {
  return (
    <button type="button" className="panel-choice" data-first={first || undefined} onClick={onChoose}>
      <kbd>{digit}</kbd>
      <span>
        {name}
        {about && <small>{about}</small>}
      </span>
    </button>
  )
}
