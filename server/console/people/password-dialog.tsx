import { routes } from '@jiaohao/core/contract/routes.ts'
import { passwordRule } from '@jiaohao/screen/password-rule.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useDoing } from '../doing.ts'

interface Given {
  old: string
  fresh: string
  again: string
}

/** Change one's own password. */
export function PasswordDialog({ close }: { close: () => void }) {
  const { t } = useTexts()
  const [form] = Form.useForm<Given>()
  const { run } = useDoing()
  const [busy, setBusy] = useState(false)
  const save = async ({ old, fresh }: Given) => {
    setBusy(true)
    const outcome = await run(routes.changePassword, { body: { old, fresh } }, t('me.changed'))
    setBusy(false)
    if ('done' in outcome) return close()
    form.setFields([{ name: 'old', errors: [t('me.refused')] }])
  }
  return (
    <Modal
      open
      title={t('me.changePassword')}
      okText={t('me.change')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Given> form={form} layout="vertical" requiredMark={false} onFinish={(given) => void save(given)}>
        <Form.Item name="old" label={t('me.old')} rules={[{ required: true, message: t('me.fill') }]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="fresh"
          label={t('me.fresh')}
          extra={t('me.rule')}
          rules={[
            {
              validator: (_, text: string = '') => {
                const { longEnough, mixed } = passwordRule(text)
                return longEnough && mixed ? Promise.resolve() : Promise.reject(new Error(t('me.weak')))
              },
            },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('me.again')}
          dependencies={['fresh']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, text: string) =>
                text === getFieldValue('fresh')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('me.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
