import { ClosureAsked } from '@jiaohao/core/calendar/calendar-set-up.ts'
import type { HttpRefusal } from '@jiaohao/screen/call-route.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { ruleOf } from '../hall/field-rule.ts'
import { useHall } from '../hall-names.tsx'

interface Fields extends Pick<ClosureAsked, 'fromDay' | 'toDay' | 'reason' | 'approver' | 'publishedOn'> {
  is: ClosureAsked['of']['is']
  ids: string[]
  partFrom: string
  partTo: string
}

/** One closure; what is missing is told beside its field by the hub itself. */
export function ClosureDrawer({
  closure,
  busy,
  put,
  close,
}: {
  closure: ClosureAsked
  busy: boolean
  put: (closure: ClosureAsked) => Promise<HttpRefusal | null>
  close: () => void
}) {
  const { t } = useTexts()
  const { hall } = useHall()
  const [form] = Form.useForm<Fields>()
  const is = Form.useWatch('is', form) ?? closure.of.is

  const save = async (fields: Fields) => {
    const refusal = await put(closureOf(closure.id, fields))
    if (!refusal) return
    form.setFields(
      refusal.problems.map(({ path, problem }) => ({
        name: fieldOf(path),
        errors: [t(`calendar.problems.${problem}`)],
      })),
    )
  }
  const day = (name: 'fromDay' | 'toDay' | 'publishedOn') => (
    <Form.Item
      name={name}
      label={t(`calendar.${name}`)}
      rules={name === 'publishedOn' ? [] : [ruleOf(ClosureAsked.shape[name], t('calendar.problems.missing'))]}
    >
      <Input type="date" className="calendar-day" />
    </Form.Item>
  )
  const time = (name: 'partFrom' | 'partTo') => (
    <Form.Item
      name={name}
      label={t(`calendar.${name}`)}
      rules={[{ pattern: /^(([01]\d|2[0-3]):[0-5]\d)?$/, message: t('hall.wrong.time') }]}
    >
      <Input className="hall-time" maxLength={5} placeholder={name === 'partFrom' ? '13:30' : '17:30'} />
    </Form.Item>
  )
  return (
    <Drawer
      open
      size={520}
      title={t('calendar.closureTitle')}
      onClose={close}
      footer={
        <div className="hall-drawer-footer">
          <span className="quiet">{t('calendar.closureNote')}</span>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={busy} onClick={() => form.submit()}>
            {t('calendar.saveClosure')}
          </Button>
        </div>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={fieldsOf(closure)}
        onFinish={(fields) => void save(fields)}
      >
        <div className="calendar-pair">
          {day('fromDay')}
          {day('toDay')}
        </div>
        <div className="calendar-pair">
          {time('partFrom')}
          {time('partTo')}
        </div>
        <p className="quiet">{t('calendar.partHelp')}</p>
        <Form.Item name="is" label={t('calendar.of')}>
          <Radio.Group
            options={(['hall', 'zones', 'services'] as const).map((value) => ({
              value,
              label: t(`calendar.ofs.${value}`),
            }))}
          />
        </Form.Item>
        {is !== 'hall' && (
          <Form.Item name="ids" rules={[{ required: true, message: t('calendar.problems.missing') }]}>
            <Select
              mode="multiple"
              aria-label={t(`calendar.ofs.${is}`)}
              optionFilterProp="label"
              options={hall[is].map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('calendar.reason')} extra={t('calendar.reasonHelp')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="approver" label={t('calendar.approver')}>
          <Input maxLength={30} />
        </Form.Item>
        {day('publishedOn')}
      </Form>
    </Drawer>
  )
}

const fieldsOf = ({ part, of, ...rest }: ClosureAsked): Fields => ({
  ...rest,
  is: of.is,
  ids: of.is === 'zones' ? of.zoneIds : of.is === 'services' ? of.serviceIds : [],
  partFrom: part?.from ?? '',
  partTo: part?.to ?? '',
})

function closureOf(id: string, { is, ids = [], partFrom, partTo, ...rest }: Fields): ClosureAsked {
  const trimmed = { ...rest, reason: rest.reason.trim(), approver: rest.approver.trim() }
  const part = partFrom === '' && partTo === '' ? null : { from: partFrom, to: partTo }
  const of = is === 'hall' ? { is } : is === 'zones' ? { is, zoneIds: ids } : { is, serviceIds: ids }
  return { ...trimmed, id, part, of }
}

/** `closures.0.part.to` → the field it stands at. */
function fieldOf(path: string): keyof Fields {
  const field = path.split('.').slice(2).join('.')
  if (field === 'part.to' || field === 'part.from' || field === 'part') return 'partTo'
  if (field === 'of') return 'ids'
  return field === '' || field === 'id' ? 'toDay' : (field as keyof Fields)
}
