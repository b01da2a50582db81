import {
  ApiOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  DashboardOutlined,
  DesktopOutlined,
  InfoCircleOutlined,
  ProfileOutlined,
  TagsOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { Role } from '@jiaohao/core/queue/who.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Layout, Menu, Tag } from 'antd'
import type { ReactNode } from 'react'
import { hashOf, type PageName, type Place, pagesFor } from './place.ts'

const icons: Record<PageName, ReactNode> = {
  today: <DashboardOutlined />,
  report: <BarChartOutlined />,
  tickets: <TagsOutlined />,
  appointments: <CalendarOutlined />,
  hall: <BankOutlined />,
  items: <ProfileOutlined />,
  people: <TeamOutlined />,
  stations: <DesktopOutlined />,
  devices: <ApiOutlined />,
  audit: <AuditOutlined />,
  system: <InfoCircleOutlined />,
}

/** The pages these roles may open; a changed but unsaved hall is marked, since one may walk away from it. */
export function SideMenu({
  roles,
  place,
  go,
  unsaved,
}: {
  roles: readonly Role[]
  place: Place
  go: (place: Place) => void
  unsaved: boolean
}) {
  const { t } = useTexts()
  return (
    <Layout.Sider width={212} className="console-side">
      <div className="console-brand">
        <strong>{t('common.product')}</strong>
        <span>{t('common.console')}</span>
      </div>
      <Menu
        theme="dark"
        mode="inline"
        selectedKeys={[place.page]}
        onClick={({ key }) => {
          const name = pagesFor(roles).find((each) => each === key)
          if (name) go({ page: name, part: '' })
        }}
        items={pagesFor(roles).map((name) => ({
          key: name,
          icon: icons[name],
          label: (
            <a href={hashOf({ page: name, part: '' })} onClick={(event) => event.preventDefault()}>
              {t(`pages.${name}`)}
              {name === 'hall' && unsaved && <Tag className="console-unsaved">{t('common.unsaved')}</Tag>}
            </a>
          ),
        }))}
      />
    </Layout.Sider>
  )
}
