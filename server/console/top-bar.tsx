import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import type { Me } from '@jiaohao/core/contract/routes.ts'
import { fileOf, languages } from '@jiaohao/core/text/language.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useLinkState } from '@jiaohao/screen/use-hub.tsx'
import { Button, Dropdown, Layout, Segmented } from 'antd'
import { useState } from 'react'
import { Dot } from './dot.tsx'
import { PasswordDialog } from './people/password-dialog.tsx'
import type { PageName } from './place.ts'

/** Where one is, whether the hub is there, the language, and oneself. */
export function TopBar({ me, leave, page }: { me: Me; leave: () => void; page: PageName }) {
  const { t, language, others, speak } = useTexts()
  const link = useLinkState()
  const [changing, setChanging] = useState(false)
  return (
    <Layout.Header className="console-top">
      <h1>{t(`pages.${page}`)}</h1>
      <span className="console-link" role="status">
        {link.is === 'online' && <Dot is="good" text={t('link.online')} />}
        {link.is === 'connecting' && <Dot is="off" text={t('link.connecting')} />}
        {link.is === 'away' && (
          <Dot
            is="bad"
            text={t('link.away', {
              since: new Date(link.sinceMs).toLocaleTimeString('en-GB', {
                hour: '2-digit',
                minute: '2-digit',
              }),
            })}
          />
        )}
        {link.is === 'turnedAway' && <Dot is="bad" text={t('link.turnedAway')} />}
      </span>
      <Segmented
        aria-label={t('common.language')}
        value={language}
        onChange={speak}
        options={[{ language, name: fileOf(language).name }, ...others]
          .sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language))
          .map((each) => ({ label: each.name, value: each.language }))}
      />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'roles', disabled: true, label: me.roles.map((role) => t(`roles.${role}`)).join(' · ') },
            { key: 'password', label: t('me.changePassword'), onClick: () => setChanging(true) },
            { type: 'divider' },
            { key: 'leave', icon: <LogoutOutlined />, label: t('me.signOut'), onClick: leave },
          ],
        }}
      >
        <Button icon={<UserOutlined />} className="console-me">
          {me.name}
        </Button>
      </Dropdown>
      {changing && <PasswordDialog close={() => setChanging(false)} />}
    </Layout.Header>
  )
}
