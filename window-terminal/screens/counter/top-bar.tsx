import { AlertOutlined, DownOutlined, QuestionCircleOutlined, SwitcherOutlined } from '@ant-design/icons'
import type { Local } from '@jiaohao/core/contract/socket.ts'
import type { CounterView } from '@jiaohao/core/views/counter.ts'
import type { LinkState } from '@jiaohao/screen/hub.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Dropdown } from 'antd'
import { timeOfDay } from './clock-text.ts'
import { LinkDot } from './link-dot.tsx'
import './top-bar.css'

export interface Leaving {
  leaveCounter(): void
  signOut(): void
  float(): void
}

interface TopBar {
  view: CounterView
  nowMs: number
  clerkName: string
  link: LinkState
  local: Local | null
  leaving: Leaving
  onHelp(): void
  onEmergency(): void
}

/** Which counter, who sits there, is everything connected, and the way out. */
export function TopBar({ view, nowMs, clerkName, link, local, leaving, onHelp, onEmergency }: TopBar) {
  const { t, others, speak } = useTexts()
  const items = [
    { key: 'leave', label: t('counter.menu.leaveCounter'), onClick: leaving.leaveCounter },
    { key: 'out', label: t('counter.menu.signOut'), onClick: leaving.signOut },
    ...others.map(({ language, name }) => ({ key: language, label: name, onClick: () => speak(language) })),
  ]
  return (
    <header className="top-bar">
      <strong>{t('counter.counterNo', { no: view.sign.no })}</strong>
      <span className="top-bar-hall">{view.hallName}</span>
      <LinkDot link={link} local={local} nowMs={nowMs} />
      <Button type="text" icon={<AlertOutlined />} onClick={onEmergency}>
        {t('counter.emergency.button')}
      </Button>
      <Button type="text" icon={<SwitcherOutlined />} onClick={leaving.float}>
        {t('counter.menu.float')}
      </Button>
      <Button type="text" icon={<QuestionCircleOutlined />} onClick={onHelp}>
        {t('counter.menu.help')}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" aria-label={t('counter.menu.open')} iconPlacement="end" icon={<DownOutlined />}>
          {clerkName}
        </Button>
      </Dropdown>
      <time>{timeOfDay(nowMs, view.timeZone)}</time>
    </header>
  )
}
