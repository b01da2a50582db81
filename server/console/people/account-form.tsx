import { roles as allRoles } from '@jiaohao/core/queue/who.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Checkbox, Drawer, Form, Input } from 'antd'
import { useState } from 'react'
import type { Outcome } from '../doing.ts'
import { fromHub } from '../hall/draft.ts'
import { ruleOf, useProblemWords } from '../hall/field-rule.ts'
import { Account } from './account.ts'

/** A new account or a changed one; what is wrong stands at its field. */
export function AccountForm({
  account,
  fresh,
  self,
  close,
  put,
}: {
  account: Account
  fresh: boolean
  /** One's own account: one cannot lock oneself out of the console. */
  self: boolean
  close: () => void
  put: (account: Account) => Promise<Outcome<unknown>>
}) {
  const { t } = useTexts()
  const [form] = Form.useForm<Account>()
  const [busy, setBusy] = useState(false)
  const words = useProblemWords()
  const save = async (given: Account) => {
    setBusy(true)
    const outcome = await put(Account.parse({ ...account, ...given }))
    setBusy(false)
    if ('done' in outcome) return close()
    form.setFields(
      fromHub(outcome.refused.problems).map((problem) => ({
        name: problem.path as never,
        errors: [words(problem)],
      })),
    )
  }
  const text = (name: 'name' | 'login' | 'no' | 'post') => ({
    name,
    label: t(`people.${name}`),
    extra: t(`people.help.${name}`),
    rules: [ruleOf(Account.shape[name], t(`people.wrong.${name}`))],
  })
  return (
    <Drawer
      open
      size={500}
      title={fresh ? t('people.add') : t('people.editTitle', { name: account.name })}
      onClose={close}
      footer={
        <div className="hall-drawer-footer">
          <span />
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="primary" loading={busy} onClick={() => form.submit()}>
            {t(fresh ? 'people.addButton' : 'people.save')}
          </Button>
        </div>
      }
    >
      {fresh && <Alert type="info" showIcon title={t('people.linkFollows')} className="station-note" />}
      <Form<Account>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={account}
        onFinish={(given) => void save(given)}
      >
        <Form.Item {...text('name')}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item {...text('login')} normalize={(typed: string) => typed.toLowerCase().trim()}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item {...text('no')}>
          <Input className="hall-short" />
        </Form.Item>
        <Form.Item {...text('post')}>
          <Input />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('people.roles')}
          extra={t('people.help.roles')}
          rules={[{ required: true, type: 'array', min: 1, message: t('people.wrong.roles') }]}
        >
          <Checkbox.Group
            className="station-scopes"
            options={allRoles.map((role) => ({
              value: role,
              label: `${t(`roles.${role}`)} – ${t(`people.roleHelp.${role}`)}`,
              disabled: self && role === 'administrator',
            }))}
          />
        </Form.Item>
        <Form.Item name="mayChoose" valuePropName="checked" extra={t('people.help.mayChoose')}>
          <Checkbox>{t('people.mayChoose')}</Checkbox>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
