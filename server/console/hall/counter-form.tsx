import type { HallSetUp } from '@jiaohao/core/contract/routes.ts'
import { Counter } from '@jiaohao/core/queue/hall.ts'
import { useTexts } from '@jiaohao/screen/texts.tsx'
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { CounterTerms } from './counter-terms.tsx'
import type { Problem } from './draft.ts'
import { EditDrawer } from './edit-drawer.tsx'
import { ruleOf } from './field-rule.ts'
import { OrderedServices } from './ordered-services.tsx'

/** One counter: what its sign says, where it stands, what it works. */
export function CounterForm({
  counter,
  hall,
  problems,
  close,
  put,
}: {
  counter: Counter
  hall: HallSetUp
  problems: Problem[]
  close: () => void
  put: (counter: Counter) => void
}) {
  const { t } = useTexts()
  const [form] = Form.useForm<Counter>()
  const taken = hall.counters.filter(({ id }) => id !== counter.id).map(({ no }) => no)
  return (
    <EditDrawer
      title={t(counter.no ? 'hall.counter.editTitle' : 'hall.counter.add', { no: counter.no })}
      form={form}
      values={counter}
      problems={problems}
      close={close}
      put={(values) => put(Counter.parse({ ...counter, ...values }))}
    >
      <Form.Item
        name="no"
        label={t('hall.counter.no')}
        extra={t('hall.counter.noHelp')}
        normalize={(text: string) => text.toUpperCase()}
        rules={[
          ruleOf(Counter.shape.no, t('hall.wrong.no')),
          {
            validator: (_, no: string) =>
              taken.includes(no)
                ? Promise.reject(new Error(t('hall.counter.noTaken', { no })))
                : Promise.resolve(),
          },
        ]}
      >
        <Input className="hall-short" maxLength={4} autoFocus />
      </Form.Item>
      <Form.Item
        name="zoneId"
        label={t('hall.zone')}
        rules={[ruleOf(Counter.shape.zoneId, t('hall.wrong.zoneId'))]}
      >
        <Select options={hall.zones.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="serviceIds" label={t('hall.counter.services')} extra={t('hall.counter.servicesHelp')}>
        <OrderedServices services={hall.services} />
      </Form.Item>
      <Form.Item name="low" valuePropName="checked" extra={t('hall.counter.lowHelp')}>
        <Checkbox>{t('hall.counter.low')}</Checkbox>
      </Form.Item>
      <Form.Item name="choosing" label={t('hall.counter.choosing')} extra={t('hall.counter.choosingHelp')}>
        <Radio.Group
          options={(['together', 'inOrder', 'weighted'] as const).map((value) => ({
            value,
            label: t(`hall.counter.choosings.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['serviceIds', 'choosing']}>
        {({ getFieldsValue }) => {
          const { serviceIds = [], choosing } = getFieldsValue(['serviceIds', 'choosing'])
          return (
            <Form.Item name="terms" label={t('hall.counter.terms')} extra={t('hall.counter.termsHelp')}>
              <CounterTerms
                services={hall.services}
                serviceIds={serviceIds}
                weighted={choosing === 'weighted'}
              />
            </Form.Item>
          )
        }}
      </Form.Item>
      <Form.Item
        name="reserveMinutes"
        label={t('hall.counter.reserve')}
        extra={t('hall.counter.reserveHelp')}
      >
        <InputNumber min={0} max={240} precision={0} suffix={t('hall.counter.minutes')} />
      </Form.Item>
    </EditDrawer>
  )
}
