import { PlusOutlined } from '@ant-design/icons'
import { type Me, routes, type Staff } from '@jiaohao/core/contract/routes.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useAsked } from '../asked.ts'
import { useDoing } from '../doing.ts'
import { Panel } from '../panel.tsx'
import { Told } from '../told.tsx'
import { type Account, accountOf, freshAccount } from './account.ts'
import { AccountForm } from './account-form.tsx'
import { PasswordLink } from './password-link.tsx'
import { StaffTable } from './staff-table.tsx'

type Editing = { is: 'none' } | { is: 'new' } | { is: 'old'; staff: Staff }

/** The accounts of the hall: who works here, as what, and whether they can sign in. */
export function PeoplePage({ me }: { me: Me }) {
  const { t } = useTexts()
  const may = me.roles.includes('administrator')
  const { asked, again } = useAsked(routes.listStaff)
  const { busy, run } = useDoing()
  const [editing, setEditing] = useState<Editing>({ is: 'none' })
  const [link, setLink] = useState<{ account: Account; token: string } | null>(null)
  const [sought, setSought] = useState('')

  const put = async (account: Account) => {
    if (editing.is === 'old') {
      const outcome = await run(
        routes.changeStaff,
        { params: { id: editing.staff.id }, body: account },
        t('people.saved', { name: account.name }),
      )
      if ('done' in outcome) again()
      return outcome
    }
    const outcome = await run(routes.addStaff, { body: account })
    if ('done' in outcome) {
      again()
      setLink({ account, token: outcome.done.passwordToken })
    }
    return outcome
  }
  const reset = async (staff: Staff) => {
    const outcome = await run(routes.resetPassword, { params: { id: staff.id } })
    if ('done' in outcome) setLink({ account: accountOf(staff), token: outcome.done.passwordToken })
  }
  const setActive = async (staff: Staff, active: boolean) => {
    const said = t(active ? 'people.activated' : 'people.deactivated', { name: staff.name })
    await run(routes.changeStaff, { params: { id: staff.id }, body: { ...accountOf(staff), active } }, said)
    again()
  }

  return (
    <>
      {!may && <Alert type="info" showIcon title={t('people.readOnly')} className="today-away" />}
      <div className="bar">
        <Input.Search
          className="hall-search"
          allowClear
          placeholder={t('people.search')}
          onChange={({ target }) => setSought(target.value)}
        />
        {may && (
          <Button
            type="primary"
            className="bar-end"
            icon={<PlusOutlined />}
            onClick={() => setEditing({ is: 'new' })}
          >
            {t('people.add')}
          </Button>
        )}
      </div>
      <Panel title={t('people.title')} bare>
        <Told asked={asked} again={again}>
          {(staff) => (
            <StaffTable
              staff={staff.filter(({ name, login, no }) =>
                `${name} ${login} ${no}`.toLowerCase().includes(sought.trim().toLowerCase()),
              )}
              me={me}
              may={may}
              busy={busy}
              edit={(one) => setEditing({ is: 'old', staff: one })}
              reset={reset}
              setActive={setActive}
            />
          )}
        </Told>
      </Panel>
      {editing.is !== 'none' && (
        <AccountForm
          account={editing.is === 'old' ? accountOf(editing.staff) : freshAccount}
          fresh={editing.is === 'new'}
          self={editing.is === 'old' && editing.staff.id === me.staffId}
          close={() => setEditing({ is: 'none' })}
          put={put}
        />
      )}
      {link && <PasswordLink account={link.account} token={link.token} close={() => setLink(null)} />}
    </>
  )
}
