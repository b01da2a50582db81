import type { Me, Staff } from '@jiaohao/core/contract/routes.ts'
import { roles as allRoles } from '@jiaohao/core/queue/who.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { useNow } from '@jiaohao/screen/use-hub.tsx'
import { Button, Empty, Popconfirm, Table, type TableProps, Tag } from 'antd'
import { Dot } from '../dot.tsx'
import { useHallClock } from '../hall-names.tsx'
import { byText } from '../sorting.ts'

/** Everybody with an account. Nobody is deleted: what they did keeps their name. */
export function StaffTable({
  staff,
  me,
  may,
  busy,
  edit,
  reset,
  setActive,
}: {
  staff: Staff[]
  me: Me
  may: boolean
  busy: boolean
  edit: (staff: Staff) => void
  reset: (staff: Staff) => Promise<void>
  setActive: (staff: Staff, active: boolean) => Promise<void>
}) {
  const { t } = useTexts()
  const clock = useHallClock()
  const nowMs = useNow(10_000)
  const columns: TableProps<Staff>['columns'] = [
    {
      title: t('people.name'),
      key: 'name',
      sorter: (a, b) => byText(a.name, b.name),
      defaultSortOrder: 'ascend',
      render: (_, { name, post, id }) => (
        <>
          <b>{name}</b> {id === me.staffId && <Tag color="blue">{t('people.you')}</Tag>}
          <br />
          <small className="quiet">{post}</small>
        </>
      ),
    },
    { title: t('people.no'), dataIndex: 'no', width: 90, sorter: (a, b) => byText(a.no, b.no) },
    { title: t('people.login'), dataIndex: 'login', width: 120 },
    {
      title: t('people.roles'),
      dataIndex: 'roles',
      width: 170,
      filters: allRoles.map((role) => ({ text: t(`roles.${role}`), value: role })),
      onFilter: (role, { roles }) => roles.some((each) => each === role),
      render: (roles: Staff['roles']) => roles.map((role) => t(`roles.${role}`)).join(' · '),
    },
    {
      title: t('people.state'),
      key: 'state',
      width: 170,
      filters: [
        { text: t('people.active'), value: true },
        { text: t('people.inactive'), value: false },
      ],
      onFilter: (value, { active }) => active === value,
      render: (_, { active, lockedUntilMs }) => {
        if (!active) return <Dot is="off" text={t('people.inactive')} />
        if (lockedUntilMs !== null && lockedUntilMs > nowMs) {
          return <Dot is="warn" text={t('people.locked', { until: clock.minute(lockedUntilMs) })} />
        }
        return <Dot is="good" text={t('people.active')} />
      },
    },
    {
      title: t('people.signedIn'),
      dataIndex: 'signedInAtMs',
      width: 170,
      sorter: (a, b) => (a.signedInAtMs ?? 0) - (b.signedInAtMs ?? 0),
      render: (atMs: number | null) =>
        atMs === null ? <span className="quiet">{t('people.never')}</span> : clock.dayAndMinute(atMs),
    },
    {
      title: t('hall.acts'),
      key: 'acts',
      width: 256,
      hidden: !may,
      render: (_, one) => (
        <>
          <Button type="link" onClick={() => edit(one)}>
            {t('hall.edit')}
          </Button>
          <Popconfirm
            placement="topRight"
            title={t('people.resetAsk', { name: one.name })}
            description={<div className="hall-will">{t('people.resetWill')}</div>}
            okText={t('people.reset')}
            onConfirm={() => reset(one)}
          >
            <Button type="link" disabled={busy}>
              {t('people.reset')}
            </Button>
          </Popconfirm>
          {one.active ? (
            <Popconfirm
              placement="topRight"
              title={t('people.deactivateAsk', { name: one.name })}
              description={<div className="hall-will">{t('people.deactivateWill')}</div>}
              okText={t('people.deactivate')}
              okButtonProps={{ danger: true }}
              onConfirm={() => setActive(one, false)}
            >
              <Button type="link" danger disabled={busy || one.id === me.staffId}>
                {t('people.deactivate')}
              </Button>
            </Popconfirm>
          ) : (
            <Button type="link" disabled={busy} onClick={() => void setActive(one, true)}>
              {t('people.activate')}
            </Button>
          )}
        </>
      ),
    },
  ]
  return (
    <Table
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={staff}
      pagination={{ pageSize: 15, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty description={t('people.none')} /> }}
    />
  )
}
