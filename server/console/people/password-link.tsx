import { CopyOutlined } from '@ant-design/icons'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { type Account, passwordLink } from './account.ts'
import './people.css'

/** The one-time link, shown once. Copying goes by selection: a hub at a LAN address has no clipboard API. */
export function PasswordLink({
  account,
  token,
  close,
}: {
  account: Account
  token: string
  close: () => void
}) {
  const { t } = useTexts()
  const field = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState<'not' | 'done' | 'byHand'>('not')
  const copy = () => {
    field.current?.querySelector('input')?.select()
    setCopied(document.execCommand('copy') ? 'done' : 'byHand')
  }
  return (
    <Modal
      open
      title={t('people.link.title', { name: account.name })}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {t('people.link.close')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('people.link.once')} />
      <div ref={field} className="password-link">
        <Input
          readOnly
          aria-label={t('people.link.label')}
          value={passwordLink(location.origin, account, token)}
        />
        <Button icon={<CopyOutlined />} onClick={copy}>
          {t('people.link.copy')}
        </Button>
      </div>
      <p role="status" className="quiet">
        {t(`people.link.copied.${copied}`, { login: account.login })}
      </p>
    </Modal>
  )
}
